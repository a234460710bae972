/**
 * One contract, every driver in every host. What a law says is tested through the player's own learning model, so that it holds for what a learner
 * does and not for a call. The table that it prints is the answer to "does it work in our LMS?".
 */
import { outcome } from '../../src/model/outcome'
import type { ModuleProgress } from '../../src/model/progress'
import { prng } from '../../src/model/draw'
import { encodeSuspend } from '../../src/model/suspend/codec'
import { local } from '../../src/session/drivers/local'
import { nullAdapter } from '../../src/session/drivers/null'
import { scorm12 } from '../../src/session/drivers/scorm12'
import { scorm2004 } from '../../src/session/drivers/scorm2004'
import type { Delivery } from '../../src/session/port'
import { fakePage, type FakePage } from '../hosts/fake-page'
import { count, type Host, type HostCall } from '../hosts/host'
import { HOSTILE, type Arranged, type HostileHost, type Law, type Standard } from '../hosts/hostile-hosts'
import { API_NAME } from '../hosts/host'
import { makeCourse, makeModule } from '../model/make-course'
import { launch, perform, road, SETTINGS, type Attempt } from './attempt'

const subject = makeModule(4, { screens: 4, beats: 3, questions: 10, draw: 5 })
const course = makeCourse(subject)
const LAWS: Readonly<Record<Law, string>> = {
  opens: 'finds the LMS, or tells the learner why not and what to do',
  resumes: 'gives back what was finished, at the same place',
  reports: 'the LMS ends up with the status, score and answers that were earned',
  keeps: 'a pass made in one launch is a pass in the next',
  'never lowers': 'no status and no score is ever taken back or claimed too early',
  ends: 'says the end once, and nothing after it',
  honest: '“saved” only where a commit was answered and the way is open',
}

/** One learner, one device, one host: launch after launch. */
class Stay {
  readonly device = new Map<string, string>()
  readonly arranged: Arranged
  readonly pages: FakePage[] = []
  host: Host
  constructor(
    hostile: HostileHost,
    readonly standard: Standard,
  ) {
    this.arranged = hostile.arrange(standard)
    this.host = this.arranged.first
  }
  async launch(): Promise<Attempt> {
    const last = this.pages.at(-1)
    const page = fakePage(last ? last.now() + 60_000 : undefined, this.device)
    if (last) this.host = this.host.relaunch()
    this.pages.push(page)
    this.host.install(page)
    const api = (page as unknown as Record<string, Record<string, (...args: string[]) => unknown>>)[API_NAME[this.standard]] ?? {}
    this.arranged.dress?.(page, api, this.host)
    const driver = this.standard === 'scorm12' ? scorm12 : scorm2004
    const opening = launch({
      page,
      course,
      driver,
      random: prng(this.pages.length),
      ...(this.arranged.probe ? { probe: this.arranged.probe } : {}),
    })
    opening.catch(() => undefined)
    await page.advance(8000)
    return opening
  }
  /** Screens and, where asked, the quiz; half-way through the host may change its mind. */
  async live(attempt: Attempt, steps = road(subject)): Promise<void> {
    for (const [i, step] of steps.entries()) {
      if (i === Math.floor(steps.length / 2)) this.arranged.midway?.()
      await perform(attempt, step)
    }
    this.arranged.later?.()
    await attempt.page.advance(61_000)
  }
  async leave({ page }: Attempt): Promise<void> {
    page.pagehide(false)
    await page.advance(1000)
  }
}

const mine = (attempt: Attempt): ModuleProgress => attempt.progress().modules[subject.id]!
const statusOf = (host: Host): { readonly complete: boolean; readonly passed: boolean } =>
  host.standard === 'scorm12'
    ? {
        complete: /^(passed|completed)$/.test(host.stored('cmi.core.lesson_status')),
        passed: host.stored('cmi.core.lesson_status') === 'passed',
      }
    : { complete: host.stored('cmi.completion_status') === 'completed', passed: host.stored('cmi.success_status') === 'passed' }
const rawOf = (host: Host): string => host.stored(host.standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw')
const answersIn = (host: Host): number =>
  Array.from({ length: 40 }, (_, n) => host.stored(`cmi.interactions.${n}.id`)).filter((id) => id.includes('_q_')).length

const laws: Readonly<Record<Law, (hostile: HostileHost, standard: Standard) => Promise<void>>> = {
  async opens(hostile, standard) {
    const stay = new Stay(hostile, standard)
    if (hostile.name !== 'refuses to initialise') return void (await stay.launch())
    await expect(stay.launch()).rejects.toThrow(/Initialize was refused; expected "true"/)
  },

  async resumes(hostile, standard) {
    const stay = new Stay(hostile, standard)
    const first = await stay.launch()
    await stay.live(first, road(subject).slice(0, 3))
    const before = mine(first)
    await stay.leave(first)
    const second = await stay.launch()
    expect([...mine(second).seen].sort()).toEqual([...before.seen].sort())
    expect(mine(second).at).toEqual(before.at)
    await stay.live(second, road(subject).slice(3, 7))
    const later = mine(second)
    await stay.leave(second)
    const third = await stay.launch()
    expect(mine(third).quiz).toMatchObject({ open: true, attempt: 1, drawn: later.quiz.drawn, answers: later.quiz.answers })
  },

  async reports(hostile, standard) {
    const stay = new Stay(hostile, standard)
    const first = await stay.launch()
    await stay.live(first)
    await stay.leave(first)
    expect(statusOf(stay.host)).toEqual({ complete: true, passed: true })
    expect(rawOf(stay.host)).toBe('100')
    expect(answersIn(stay.host)).toBe(5)
    expect(stay.host.stored('cmi.suspend_data').replace(/%0A$|\s/g, '')).toBe(encodeSuspend(course, first.progress()))
  },

  async keeps(hostile, standard) {
    const stay = new Stay(hostile, standard)
    const first = await stay.launch()
    await stay.live(first)
    await stay.leave(first)
    const second = await stay.launch()
    // An LMS that stores nothing and says it did cannot be told from one that was asked for a new attempt.
    const forgot = hostile.name === 'says true, stores nothing'
    expect(mine(second).quiz.best).toBe(forgot ? null : 1)
    await stay.leave(second)
    if (!forgot) expect(statusOf(stay.host).passed).toBe(true)
  },

  async 'never lowers'(hostile, standard) {
    const stay = new Stay(hostile, standard)
    let high = { complete: false, passed: false }
    for (const steps of [road(subject, false).slice(0, 6), road(subject, false), road(subject), road(subject, false)]) {
      const attempt = await stay.launch()
      await stay.live(attempt, steps)
      await stay.leave(attempt)
      const now = statusOf(stay.host)
      const earned = outcome(subject, mine(attempt), SETTINGS, SETTINGS.pass)
      expect(now.passed && earned?.passed !== true).toBe(false)
      expect(now.complete && earned?.complete !== true).toBe(false)
      expect(high.complete && !now.complete).toBe(false)
      expect(high.passed && !now.passed).toBe(false)
      expect(Number(rawOf(stay.host) || 0)).toBe(Math.floor((mine(attempt).quiz.best ?? 0) * 100) * (stores(hostile) ? 1 : 0))
      high = now
    }
  },

  async ends(hostile, standard) {
    const stay = new Stay(hostile, standard)
    const attempt = await stay.launch()
    await stay.live(attempt, road(subject).slice(0, 2))
    await stay.leave(attempt)
    const before = stay.host.calls.length
    expect(count(stay.host.calls, 'terminate')).toBe(1)
    attempt.page.pagehide(false)
    attempt.page.hide()
    await attempt.session.close()
    await attempt.page.advance(300_000)
    expect(stay.host.calls.length).toBe(before)
    expect(attempt.page.timers()).toBe(0)
    if (attempt.session.mode === 'normal' && stores(hostile)) expect(exitOf(stay.host.calls)).toBe('suspend')
  },

  async honest(hostile, standard) {
    const stay = new Stay(hostile, standard)
    const attempt = await stay.launch()
    const heard: Delivery[] = []
    attempt.session.onDelivery((delivery) => {
      heard.push(delivery)
      // At the very moment it is called saved, the LMS has what the learner has.
      if (delivery !== 'saved' || heard.length < 2) return
      const text = stay.host.stored('cmi.suspend_data').replace(/%0A$|\s/g, '')
      expect(text).toBe(encodeSuspend(course, attempt.progress()))
    })
    await stay.live(attempt)
    expect(heard.at(-1)).toBe('saved')
    if (hostile.name === 'offline midway') expect(heard).toContain('retrying')
  },
}

const stores = ({ name }: HostileHost): boolean => name !== 'says true, stores nothing'
const exitOf = (calls: readonly HostCall[]): string | undefined =>
  calls.findLast((call) => call.method === 'set' && /exit$/.test(call.element))?.value

type Cell = '✓' | string
const table: { readonly host: string; readonly row: number; readonly driver: string; readonly cells: Readonly<Record<Law, Cell>> }[] = []
const reasons = new Map<string, string>()

describe.each(HOSTILE)('$name', (hostile) => {
  it.each(['scorm12', 'scorm2004'] as const)(
    '[LIFE-29] every law of the contract holds for %s, or says why it cannot',
    async (standard) => {
      const cells: Partial<Record<Law, Cell>> = {}
      for (const law of Object.keys(LAWS) as Law[]) {
        const why = hostile.cannot?.[law]
        if (why === undefined) await laws[law](hostile, standard)
        else if (!reasons.has(why)) reasons.set(why, `${'abcdefgh'[reasons.size] ?? '?'}`)
        cells[law] = why === undefined ? '✓' : `(${reasons.get(why)})`
      }
      table.push({ host: hostile.name, row: hostile.row, driver: standard, cells: cells as Record<Law, Cell> })
    },
  )
})

describe('without an LMS', () => {
  it('[LIFE-29] local gives back what was finished; null keeps nothing and says so', async () => {
    const device = new Map<string, string>()
    for (const [driver, keeps] of [
      [local, true],
      [nullAdapter, false],
    ] as const) {
      const visit = async (): Promise<Attempt> => launch({ page: fakePage(undefined, device), course, driver, random: prng(3) })
      const first = await visit()
      for (const step of road(subject)) await perform(first, step)
      first.page.pagehide(false)
      const second = await visit()
      expect(mine(second).quiz.best).toBe(keeps ? 1 : null)
      expect(second.session.keepsHere()).toBe(keeps)
    }
    const no = 'there is no LMS to tell'
    reasons.set(no, `${'abcdefgh'[reasons.size] ?? '?'}`)
    const forgets = 'it is for going on without an LMS, and says that nothing is kept'
    reasons.set(forgets, `${'abcdefgh'[reasons.size] ?? '?'}`)
    const [n, f] = [`(${reasons.get(no)})`, `(${reasons.get(forgets)})`]
    const cells = (resumes: string): Record<Law, Cell> => ({ opens: '✓', resumes, reports: n, keeps: resumes, 'never lowers': resumes, ends: n, honest: resumes }) // prettier-ignore
    table.push({ host: 'any, or none', row: 0, driver: 'local', cells: cells('✓') })
    table.push({ host: 'any, or none', row: 0, driver: 'null', cells: cells(f) })
  })
})

afterAll(() => {
  const names = Object.keys(LAWS) as Law[]
  const rows = [
    ['host', 'row', 'driver', ...names],
    ...table.map((t) => [t.host, t.row ? String(t.row) : '', t.driver, ...names.map((law) => t.cells[law])]),
  ]
  const widths = rows[0]?.map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0))) ?? []
  const lines = rows.map((row) =>
    row
      .map((cell, c) => cell.padEnd(widths[c] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const laws = names.map((law) => `${law.padEnd(14)}${LAWS[law]}`)
  const why = [...reasons].map(([reason, letter]) => `(${letter}) ${reason}`)
  process.stdout.write(`\n${[...lines, '', ...laws, '', ...why].join('\n')}\n`)
})
