import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPreview } from '../../build/preview/server'

const root = join(__dirname, '../..')
const folder = (): string => mkdtempSync(join(tmpdir(), 'wsqd-'))

it('shows every stage kind on a page, says which there are when asked for another, and has the player of each', async () => {
  const preview = await startPreview({ root, dist: folder(), attempts: folder(), port: 0, now: () => 0, onError: () => undefined })
  try {
    const page = await (await fetch(`${preview.url}stages`)).text()
    for (const id of ['code', 'timeline', 'chart', 'stack', 'states', 'bytes', 'morph', 'network', 'sequence', 'table'])
      expect(page).toContain(`/stages/${id}?frame=`)
    expect(page).toContain('<iframe src="/stages/code/"')
    const player = await fetch(`${preview.url}stages/states/`)
    expect([player.status, player.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await fetch(`${preview.url}stages/states/player.js`)).status).toBe(200)
    const none = await fetch(`${preview.url}stages/ladder`)
    expect(none.status).toBe(404)
    expect(await none.text()).toMatch(/No stage kind .*ladder.*: expected code, timeline/)
  } finally {
    await preview.close()
  }
}, 120_000)
