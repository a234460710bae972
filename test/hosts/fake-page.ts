import type { Page } from '../../src/session/page'

/** A page without a browser: its clock, its timers and its end are the test's to say. */
export interface FakePage extends Page {
  parent: unknown
  opener: unknown
  readonly now: () => number
  readonly stored: Map<string, string>
  /** Lets time pass: timers run when they are due, and what they promised is done before the next. */
  advance(ms: number): Promise<void>
  hide(): void
  show(): void
  pagehide(persisted: boolean): void
  pageshow(persisted: boolean): void
  /** Makes localStorage throw, as a sandboxed frame does. */
  refuseStorage: boolean
  /** Makes localStorage take everything and keep nothing. */
  frozenStorage: boolean
  /** A synchronous request holds the page up: time passes, and no timer runs. */
  block(ms: number): void
  /** Counts what the page does that outlives it: calls to its LMS, writes to its device. False once it was killed. */
  effect(what: 'call' | 'write'): boolean
  /** The page is killed as it does this, and hears nothing of it; never where Infinity. */
  killedAt: number
  readonly effects: () => number
  readonly lastEffect: () => 'call' | 'write' | 'none'
  readonly dead: () => boolean
  readonly timers: () => number
  readonly listeners: () => number
}

const settled = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

const START = new Date(2026, 10, 22, 21, 21, 56).getTime()

/** `stored` is what lies on the device: give it to the next page too, and it is the same device. */
export const fakePage = (start = START, stored = new Map<string, string>()): FakePage => {
  let time = start
  let effects = 0
  let dead = false
  let last: 'call' | 'write' | 'none' = 'none'
  let next = 1
  const due = new Map<number, { readonly at: number; readonly run: () => void }>()
  const listening: [target: string, type: string, run: (event: Event) => void][] = []
  const listen = (target: string) => ({
    addEventListener: (type: string, run: unknown) => void listening.push([target, type, run as (event: Event) => void]),
    removeEventListener: (type: string, run: unknown) => {
      const at = listening.findIndex((l) => l[0] === target && l[1] === type && l[2] === run)
      if (at >= 0) listening.splice(at, 1)
    },
  })
  const fire = (target: string, type: string, more: object = {}) => {
    for (const [t, ty, run] of [...listening]) if (t === target && ty === type) run({ type, ...more } as Event)
  }
  const document = { visibilityState: 'visible', ...listen('document') }
  const guard = () => {
    if (page.refuseStorage) throw new Error('SecurityError')
  }
  const page: FakePage = {
    parent: null,
    opener: null,
    location: { origin: 'https://lms.example', pathname: '/content/7/index.html' },
    document,
    ...listen('window'),
    localStorage: {
      getItem: (key) => (guard(), stored.get(key) ?? null),
      setItem: (key, value) => (guard(), void (page.effect('write') && !page.frozenStorage && stored.set(key, value))),
    },
    setTimeout(run, ms) {
      due.set(next, { at: time + ms, run })
      return next++
    },
    clearTimeout: (timer) => void due.delete(timer ?? 0),
    now: () => time,
    stored,
    refuseStorage: false,
    frozenStorage: false,
    block: (ms) => void (time += ms),
    effect(what) {
      if (dead) return false
      last = what
      if (effects++ >= page.killedAt) dead = true
      return !dead
    },
    lastEffect: () => last,
    killedAt: Infinity,
    effects: () => effects,
    dead: () => dead,
    async advance(ms) {
      const end = time + ms
      await settled()
      while (!dead) {
        const [id, timer] = [...due].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at)[0] ?? []
        if (!id || !timer) break
        due.delete(id)
        time = Math.max(time, timer.at)
        timer.run()
        await settled()
      }
      time = Math.max(time, end)
    },
    hide() {
      document.visibilityState = 'hidden'
      fire('document', 'visibilitychange')
    },
    show() {
      document.visibilityState = 'visible'
      fire('document', 'visibilitychange')
    },
    pagehide: (persisted) => fire('window', 'pagehide', { persisted }),
    pageshow: (persisted) => fire('window', 'pageshow', { persisted }),
    timers: () => due.size,
    listeners: () => listening.length,
  }
  page.parent = page
  return page
}
