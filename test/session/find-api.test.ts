import { findApi, waitForApi } from '../../src/session/find-api'
import { fakePage } from '../hosts/fake-page'

const api = (name: string) => ({ LMSInitialize: () => 'true', name })
/** A window of another origin: what is not `parent`, `opener` or `top` may not be looked at. */
const foreign = (open: Record<string, unknown>) =>
  new Proxy(open, {
    get(target, key) {
      if (key === 'parent' || key === 'opener') return target[key]
      throw new Error('SecurityError: Blocked a frame from accessing a cross-origin frame')
    },
  })
const top = (more: Record<string, unknown> = {}): Record<string, unknown> => {
  const window: Record<string, unknown> = { opener: null, ...more }
  window['parent'] = window
  return window
}
const found = (from: unknown) => (findApi(from, 'API', 'LMSInitialize') as { name?: string } | undefined)?.name

describe('API discovery', () => {
  it('[LIFE-25] takes the nearest: the window itself, then its parents outward', () => {
    const outer = top({ API: api('outer') })
    const inner = { parent: outer, API: api('inner') }
    expect(found({ parent: inner, API: api('own') })).toBe('own')
    expect(found({ parent: inner })).toBe('inner')
    expect(found({ parent: { parent: outer } })).toBe('outer')
  })

  it('[LIFE-25] then openers and their parents, nearest first, and parents before any opener', () => {
    const lms = top({ API: api('lms') })
    const opener = { parent: lms, opener: null }
    expect(found({ parent: top({ opener }) })).toBe('lms')
    expect(found({ parent: top({ API: api('parent') }), opener: top({ API: api('opener') }) })).toBe('parent')
    expect(found({ parent: top({ opener: top({ API: api('far') }) }), opener: top({ API: api('near') }) })).toBe('near')
  })

  it('[LIFE-26] passes by windows of another origin, and what is not an API', () => {
    const lms = top({ API: api('lms') })
    expect(found({ parent: foreign({ parent: lms }) })).toBe('lms')
    expect(found({ parent: { parent: lms, API: {} } })).toBe('lms')
    const portal = foreign(top({ opener: lms }))
    expect(found({ parent: portal })).toBe('lms')
  })

  it('[LIFE-26] ends in windows that are each other’s opener', () => {
    const a = top()
    a['opener'] = top({ opener: a })
    expect(found({ parent: a })).toBeUndefined()
  })

  it('[LIFE-27] waits for an API that comes after the content, and says what it looked for where none comes', async () => {
    const page = fakePage()
    const waiting = waitForApi(page, 'API', 'LMSInitialize')
    await page.advance(3000)
    Object.assign(page, { API: api('late') })
    await page.advance(200)
    expect(await waiting).toMatchObject({ name: 'late' })

    const alone = fakePage()
    const failing = expect(waitForApi(alone, 'API', 'LMSInitialize')).rejects.toMatchObject({
      code: 'noApi',
      message: expect.stringMatching(/Found no `API`.*expected/) as string,
    })
    await alone.advance(10_000)
    await failing
    expect(alone.now()).toBeGreaterThan(0)
  })
})
