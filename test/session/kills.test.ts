/**
 * Kills at random moments, in every kind of host. A kill is the end of a page that hears nothing of it: a phone that drops a tab, a crash, a dead battery.
 * What the LMS stored and what lies on the device are all that is left. A page is killed in the middle of a call or a write as well as between them.
 */
import { prng } from '../../src/model/draw'
import { outcome } from '../../src/model/outcome'
import type { ModuleProgress, Progress } from '../../src/model/progress'
import { fakePage } from '../hosts/fake-page'
import { count } from '../hosts/host'
import { plainHost, type Faults } from '../hosts/plain-host'
import { makeCourse, makeModule } from '../model/make-course'
import { launch, perform, SETTINGS, type Attempt, type Step } from './attempt'
import { guarded } from './guarded'
import { standards, type Name } from './launch'

const KILLS = 200
const subject = makeModule(4, { screens: 4, beats: 3, questions: 8, draw: 5 })
const course = makeCourse(subject)
const HOSTS = ['sound', 'slow', 'refusing', 'lying'] as const
type HostKind = (typeof HOSTS)[number]

/** What each kind does to a commit, with chances of its own. */
const faultsOf = (kind: HostKind, page: () => ReturnType<typeof fakePage>, random: () => number): Faults => {
  const faults: Faults = {}
  // Some lie now and then, some every time.
  const chance = random() < 0.5 ? 0.6 : 1
  const turns: Record<HostKind, () => void> = {
    sound: () => undefined,
    slow: () => page().block(500 + random() * 4000),
    refusing: () => void Object.assign(faults, { commitFails: random() < 0.6, terminateFails: random() < 0.6 }),
    lying: () => void (faults.lies = random() < chance),
  }
  faults.onCommit = turns[kind]
  return faults
}

/** A life in the order that people have: mostly forwards, with detours. */
const steps = (random: () => number): Step[] => {
  const screens = subject.screens.flatMap((_, screen): Step[] => [
    ...(random() < 0.3 ? [{ do: 'watch', screen: Math.floor(random() * 4), beats: 1 } as const] : []),
    { do: 'watch', screen, beats: random() < 0.9 ? 3 : 2 },
    ...(random() < 0.5 ? [{ do: 'predict', screen } as const] : []),
  ])
  const attempt = (good: boolean): Step[] => [
    { do: 'start' },
    ...Array.from({ length: 5 }, () => ({ do: 'answer', right: good || random() < 0.5 }) as const),
    { do: 'finish' },
  ]
  return [...screens, ...attempt(random() < 0.4), ...attempt(true), { do: 'watch', screen: 0, beats: 3 }]
}

const mine = (progress: Progress): ModuleProgress => progress.modules[subject.id]!

/** What of `before` is not in `after`. The beat the learner stood in does not count, nor what was predicted in it. */
const lost = (before: Progress, after: Progress): readonly string[] => {
  const [b, a] = [mine(before), mine(after)]
  // Nothing but the first beat, which is the current one: there was no attempt yet.
  if (before.nonce !== after.nonce && before.counter > 1) return ['the attempt']
  const has = (screen: string, beat: number) =>
    a.seen.has(screen) || a.entered[screen]?.includes(beat) || ('screen' in b.at && b.at.screen === screen && b.at.beat === beat)
  return [
    ...[...b.seen].filter((screen) => !a.seen.has(screen) && !('screen' in b.at && b.at.screen === screen)),
    ...Object.entries(b.entered).flatMap(([screen, beats]) =>
      beats.filter((beat) => !has(screen, beat)).map((beat) => `${screen}.${beat}`),
    ),
    ...(a.quiz.attempt < b.quiz.attempt ? ['a quiz attempt'] : []),
    ...(a.quiz.attempt === b.quiz.attempt ? Object.keys(b.quiz.answers).filter((id) => !a.quiz.answers[id]) : []),
    ...((a.quiz.best ?? -1) < (b.quiz.best ?? -1) ? ['the best score'] : []),
  ]
}

/** What `after` has that was never done. */
const invented = (after: Progress, done: Progress): readonly string[] => {
  const [a, d] = [mine(after), mine(done)]
  if (after.nonce !== done.nonce) return a.seen.size + a.quiz.attempt > 0 ? ['another attempt'] : []
  return [
    ...[...a.seen].filter((screen) => !d.seen.has(screen)),
    ...Object.keys(a.quiz.answers).filter((id) => a.quiz.attempt === d.quiz.attempt && !d.quiz.answers[id]),
    ...((a.quiz.best ?? -1) > (d.quiz.best ?? -1) ? ['a score'] : []),
  ]
}

const claims = (standard: Name, stored: (element: string) => string): { complete: boolean; passed: boolean } =>
  standard === 'scorm12'
    ? { complete: /^(passed|completed)$/.test(stored('cmi.core.lesson_status')), passed: stored('cmi.core.lesson_status') === 'passed' }
    : { complete: stored('cmi.completion_status') === 'completed', passed: stored('cmi.success_status') === 'passed' }

const counts: Record<string, string | number>[] = []
const total = { kills: 0, lost: 0, false: 0 }

afterAll(() => {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, i) => (i < 2 ? String(cell).padEnd(10) : String(cell).padStart(9))).join('')
  const heads = ['standard', 'host', 'kills', 'in calls', 'in writes', 'in quiz', 'restored', 'passed', 'over', 'lost', 'false']
  process.stdout.write(`\n${[heads, ...counts.map((row) => heads.map((head) => row[head] ?? 0))].map(line).join('\n')}\n`)
  process.stdout.write(
    `${total.kills} kills, ${total.lost} with a loss, ${total.false} with a false status. “over”: the LMS had called it saved and final.\n`,
  )
})

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  it.each(HOSTS)('[JRN-9] in a %s host, a kill at any moment loses nothing that was finished, and makes nothing up', async (kind) => {
    const row: Record<string, string | number> = { standard, host: kind, kills: 0, 'in calls': 0, 'in writes': 0, 'in quiz': 0, restored: 0, passed: 0, over: 0, lost: 0, false: 0 } // prettier-ignore
    for (let seed = 1; (row['kills'] as number) < KILLS; seed++) {
      const found = await oneKill(standard, kind, seed)
      if (!found.killed) continue
      for (const [column, value] of Object.entries(found.row)) row[column] = (row[column] as number) + value
      expect({ seed, lost: found.lost, invented: found.invented, claimed: found.claimed }).toEqual({
        seed,
        lost: [],
        invented: [],
        claimed: [],
      })
    }
    total.kills += row['kills'] as number
    counts.push(row)
  })

  it.each(HOSTS)('[LIFE-20] in a %s host, the end is said to the LMS whatever became of the commit', async (kind) => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = prng(seed)
      const page = fakePage()
      const host = plainHost(
        standard,
        {},
        faultsOf(kind, () => page, random),
      )
      host.install(page)
      const attempt = await launch({ page, course, driver: standards[standard].driver, random })
      for (const step of steps(random).slice(0, 6)) await perform(attempt, step)
      if (kind === 'refusing') Object.assign(host.faults, { onCommit: () => undefined, commitFails: true })
      page.pagehide(false)
      expect(count(host.calls, 'terminate')).toBe(1)
      expect(host.calls.findIndex((c) => c.method === 'terminate')).toBe(host.calls.length - 1)
    }
  })
})

async function oneKill(standard: Name, kind: HostKind, seed: number) {
  const random = prng(seed * 7919 + HOSTS.indexOf(kind) * 104729 + (standard === 'scorm12' ? 0 : 1))
  const device = new Map<string, string>()
  let page = fakePage(undefined, device)
  const faults = faultsOf(kind, () => page, random)
  let host = plainHost(standard, {}, faults)
  const visit = async (killedAt = Infinity): Promise<Attempt> => {
    page = fakePage(page.now() + 60_000, device)
    page.killedAt = killedAt
    host.install(page)
    guarded(page, standard)
    return launch({ page, course, driver: standards[standard].driver, random })
  }
  const plan = steps(random)
  // Some learners come in two sittings: the first ends as it should.
  const sittings = random() < 0.5 ? 1 : 2
  let attempt = await visit()
  const half = sittings === 2 ? Math.floor(random() * plan.length) : 0
  for (const step of plan.slice(0, half)) await perform(attempt, step)
  if (sittings === 2) {
    page.pagehide(false)
    host = host.relaunch()
    attempt = await visit()
  }
  if (attempt.session.mode === 'review') return { killed: false, row: {}, lost: [], invented: [], claimed: [] } as const
  page.killedAt = page.effects() + Math.floor(random() * 330)
  let finished = attempt.progress()
  for (const step of plan.slice(half)) {
    await perform(attempt, step, () => {
      if (!page.dead()) finished = attempt.progress()
    })
    if (page.dead()) break
  }
  if (!page.dead()) return { killed: false, row: {}, lost: [], invented: [], claimed: [] } as const
  const atKill = attempt.progress()
  const where = page.lastEffect()
  const over = [...device.values()].some((entry) => entry.includes('"final":true'))

  // What the LMS claims of the dead.
  const claimed = falseClaims(standard, (element) => host.stored(element), atKill)
  host = host.relaunch()
  const next = await visit()
  const after = next.progress()
  // Confirmed as final by an LMS that forgot it: to begin anew is what an empty LMS then means (design §6).
  const begunAnew = over && kind === 'lying' && after.nonce !== finished.nonce
  const found = {
    killed: true,
    lost: begunAnew ? [] : lost(finished, after),
    invented: invented(after, atKill),
    row: {
      kills: 1,
      'in calls': where === 'call' ? 1 : 0,
      'in writes': where === 'write' ? 1 : 0,
      'in quiz': mine(finished).quiz.open ? 1 : 0,
      restored: next.session.restored ? 1 : 0,
      passed: (mine(finished).quiz.best ?? 0) >= 0.8 ? 1 : 0,
      over: begunAnew ? 1 : 0,
    },
  }
  // The learner comes back, and leaves as one should; the LMS is told the truth, and no more than that.
  await page.advance(120_000)
  page.pagehide(false)
  claimed.push(...falseClaims(standard, (element) => host.stored(element), next.progress()))
  total.lost += found.lost.length ? 1 : 0
  total.false += claimed.length ? 1 : 0
  return { ...found, claimed }
}

function falseClaims(standard: Name, stored: (element: string) => string, truth: Progress): string[] {
  const claim = claims(standard, stored)
  const final = outcome(subject, mine(truth), SETTINGS, SETTINGS.pass)
  return [...(claim.complete && !final?.complete ? ['complete'] : []), ...(claim.passed && !final?.passed ? ['passed'] : [])]
}
