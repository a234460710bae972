/**
 * Kills in real Chromium: module 4 is played by keyboard through a random walk, in an LMS that is sound, slow, refusing or lying; its renderer
 * is crashed at a random moment, and the learner comes back in the same browser. What was done is counted here, from what the page showed, not
 * from what the player kept. test/session/kills.test.ts does the same without a browser, sixteen hundred times.
 */
import { once } from 'node:events'
import { launchChromium } from '../../build/browser'
import type { AttemptReport } from '../../build/preview/api'
import type { Fault } from '../../build/preview/faults'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { prng } from '../../src/model/draw'
import { attemptScore, beginModule, type ModuleProgress } from '../../src/model/progress'
import { decodeSuspend } from '../../src/model/suspend/codec'
import { Learner, type Sight } from '../support/learner'
import { startLms, type Lms } from '../support/lms'
import { packagedModule } from '../support/packages'

const LIVES = 5
const PASSING = 0.8
const faults = ['none', 'slow', 'refused', 'lying'] as const
type Met = (typeof faults)[number]
const packages = ['wsqd-04-media-flows.scorm12', 'wsqd-04-media-flows.scorm2004-4'] as const

/** What the learner has done, as it was seen to be done. */
interface Done {
  /** `screen.beat`, in the order they were entered; the last is where the learner stands. */
  readonly beats: Set<string>
  /** Of the open attempt. */
  readonly answers: Set<string>
  attempt: number
  open: boolean
  best: number
  last: string
}

let browser: Browser
const rows: string[] = []
const total = { kills: 0, lost: 0, false: 0 }

beforeAll(async () => {
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  process.stdout.write(`\n${rows.join('\n')}\n${total.kills} kills, ${total.lost} with a loss, ${total.false} with a false status.\n`)
})

it('[JRN-9] in Chromium too, a kill loses nothing that was finished, and makes nothing up', async () => {
  // All side by side: most of a life is waiting, for a page to come or for a slow LMS.
  const cells = faults.flatMap((met) => packages.map((id) => cell(id, met)))
  const found = await Promise.all(cells)
  expect(found.flatMap(({ problems }) => problems)).toEqual([])
  expect(found.map(({ kills }) => kills)).toEqual(cells.map(() => LIVES))
}, 600_000)

async function cell(id: string, met: Met): Promise<{ readonly kills: number; readonly problems: readonly string[] }> {
  const errors: string[] = []
  const lms = await startLms('chen', (message) => errors.push(message))
  // Nothing moves and little is drawn: the walk is about what is kept, and eight of them share a machine.
  const context = await browser.newContext({ viewport: { width: 700, height: 800 }, reducedMotion: 'reduce' })
  await context.addInitScript(() => localStorage.setItem('preview-lms:inspector', 'false'))
  const walk = createWalk(id, prng(faults.indexOf(met) * 7919 + packages.indexOf(id as (typeof packages)[number]) * 104_729 + 4))
  const problems: string[] = []
  const seen = { kills: 0, inQuiz: 0, lost: 0, false: 0 }
  try {
    for (let life = 0; life < LIVES; life++) {
      const page = await context.newPage()
      const learner = await Learner.launch(page, lms.launchUrl(id, '650x666'))
      const place = `${id} ${met}, life ${life + 1}`
      const lost = await walk.missing(learner)
      problems.push(...lost.map((what) => `${place}: lost ${what}`))
      if (lost.length > 0) seen.lost++
      await walk.live(learner, () => strike(page, met))
      await kill(context, page)
      seen.kills++
      if (walk.inQuiz()) seen.inQuiz++
      const made = walk.claims(await lms.report(id))
      problems.push(...made.map((what) => `${place}: false ${what}`))
      if (made.length > 0) seen.false++
    }
    // In the end the LMS is sound again: one visit, and it holds everything.
    const last = await context.newPage()
    const learner = await Learner.launch(last, lms.launchUrl(id, '650x666'))
    problems.push(...(await walk.missing(learner)).map((what) => `${id} ${met}, at last: lost ${what}`))
    await last.close({ runBeforeUnload: true })
    problems.push(...(await walk.untold(lms, id)).map((what) => `${id} ${met}, at last: the LMS lacks ${what}`))
    problems.push(...errors)
  } finally {
    await context.close()
    await lms.close()
  }
  total.kills += seen.kills
  total.lost += seen.lost
  total.false += seen.false
  rows.push(`${id.padEnd(32)} ${met.padEnd(8)} ${seen.kills} kills, ${seen.inQuiz} in the quiz, ${seen.lost} lost, ${seen.false} false`)
  return { kills: seen.kills, problems }
}

/** The fault of this life, switched on while the package plays. */
const strike = async (page: Page, met: Fault | 'none'): Promise<void> => {
  if (met === 'none') return
  await page.evaluate((fault) => document.querySelector<HTMLInputElement>(`#faults input[value=${fault}]`)?.click(), met)
}

/** The renderer dies: no event is heard in it, and no request leaves it. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const crashed = once(page as never, 'crash')
  const devtools = await context.newCDPSession(page)
  void devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

function createWalk(id: string, random: () => number) {
  const { course, module } = packagedModule(id)
  const done: Done = { beats: new Set(), answers: new Set(), attempt: 0, open: false, best: -1, last: '' }
  let quizzing = false
  /** A key was pressed last whose effect nobody waited for. */
  let pending = false
  const drawn = module.quiz?.draw ?? 0
  const chance = (p: number): boolean => random() < p

  const note = ({ screen, beat }: Sight): void => {
    if (screen === '') return
    done.last = `${screen}.${beat}`
    done.beats.add(done.last)
  }
  const step = async (learner: Learner, sight: Sight, key: string): Promise<Sight> => {
    if (sight.state === 'asking') {
      await learner.press('1')
      await learner.frame.waitForSelector('.asking .verdict')
      await learner.press('Enter')
    } else await learner.press(key)
    return learner.changed(sight)
  }
  const answer = async (learner: Learner): Promise<void> => {
    if (await learner.frame.evaluate(() => document.querySelector('.quiz-intro, .result') !== null)) {
      if (done.best >= PASSING) return
      await learner.press('Enter')
      if (!done.open) {
        done.open = true
        done.attempt++
        done.answers.clear()
      }
      // With every question answered before the kill there is only the result to come.
      await learner.frame.waitForSelector(done.answers.size === drawn ? '.result' : '.question')
      if (done.answers.size === drawn) return finish(learner)
    }
    const question = await learner.question()
    await learner.answer(question, chance(0.7))
    done.answers.add(question.id)
    if (done.answers.size === drawn) await finish(learner)
  }
  const finish = async (learner: Learner): Promise<void> => {
    await learner.frame.waitForSelector('.result')
    done.open = false
    done.best = Math.max(done.best, attemptScore(module, await kept(learner)) ?? 0)
  }
  /** What this device holds of the attempt: the player goes on from it. */
  const kept = async (learner: Learner): Promise<ModuleProgress> => {
    const text = await learner.frame.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('wsqd.journal.')) ?? ''
      return (JSON.parse(localStorage.getItem(key) ?? '{}') as { readonly text?: string }).text ?? ''
    })
    return progressOf(text)
  }
  const progressOf = (text: string): ModuleProgress => {
    const decoded = decodeSuspend(course, text)
    return (decoded.ok ? decoded.progress.modules[module.id] : undefined) ?? beginModule(module)
  }
  const lacks = (has: ModuleProgress): readonly string[] => [
    ...[...done.beats].filter((one) => {
      const [screen = '', beat = ''] = one.split('.')
      return one !== done.last && !has.seen.has(screen) && !has.entered[screen]?.includes(Number(beat))
    }),
    ...(has.quiz.attempt < done.attempt ? [`quiz attempt ${done.attempt}`] : []),
    ...[...done.answers].filter((question) => has.quiz.attempt === done.attempt && !(question in has.quiz.answers)),
    ...((has.quiz.best ?? -1) < done.best ? [`the score ${done.best}`] : []),
  ]
  const seenAll = (): boolean => module.screens.every(({ id: screen, beats }) => beats.every((_, n) => done.beats.has(`${screen}.${n}`)))

  return {
    inQuiz: () => quizzing,
    /** From the launch to the last key before the kill. */
    async live(learner: Learner, strikes: () => Promise<void>): Promise<void> {
      let sight = await learner.see()
      note(sight)
      // Where the frame was tabbed into, Enter belongs to the button that has the focus.
      await learner.frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      if (sight.state === 'ready') {
        await learner.press('Enter')
        sight = await learner.changed(sight)
      }
      // Some learners are not there yet leaf to the quiz.
      for (const rush = chance(0.3); rush && sight.state !== 'quiz';) {
        sight = await step(learner, sight, 'Shift+ArrowRight')
        note(sight)
      }
      const steps = sight.state === 'quiz' ? 1 + Math.floor(random() * 3) : 3 + Math.floor(random() * 6)
      const from = Math.floor(random() * steps * 0.6)
      for (let n = 0; n < steps; n++) {
        if (n === from) await strikes()
        note(sight)
        quizzing = sight.state === 'quiz'
        if (sight.state === 'done') break
        if (quizzing) await answer(learner)
        else sight = await step(learner, sight, chance(0.3) ? 'Shift+ArrowRight' : chance(0.15) ? 'ArrowLeft' : 'ArrowRight')
        sight = await learner.see()
      }
      note(sight)
      quizzing = sight.state === 'quiz'
      pending = !quizzing && sight.state !== 'asking' && chance(0.5)
      if (pending) await learner.press('ArrowRight')
      await new Promise((resolve) => setTimeout(resolve, random() * (pending ? 30 : 300)))
    },
    /** What the learner finds missing who comes back. The beat they stood in does not count. */
    async missing(learner: Learner): Promise<readonly string[]> {
      const lost = lacks(await kept(learner))
      const { screen, beat } = await learner.see()
      if (!quizzing && !pending && done.last !== '' && done.beats.size > 1 && !done.beats.has(`${screen}.${beat}`))
        return [...lost, `the place ${done.last}`]
      return lost
    },
    /** What the LMS says and was not done. */
    claims({ cmi }: AttemptReport): readonly string[] {
      const said = [cmi['cmi.core.lesson_status'], cmi['cmi.completion_status'], cmi['cmi.success_status']]
      const over = seenAll() && done.best >= PASSING
      return said.filter((status) => status !== undefined && /passed|completed|failed/.test(status) && !over).map(String)
    },
    /** What the LMS does not hold after a sound visit. */
    async untold(lms: Lms, package_: string): Promise<readonly string[]> {
      const { cmi } = await lms.settled(package_, ({ finished }) => finished)
      const raw = cmi['cmi.core.score.raw'] ?? cmi['cmi.score.raw'] ?? ''
      const score = done.best < 0 || Math.abs(Number(raw) - done.best * 100) < 1 ? [] : [`the score ${done.best * 100}, it has “${raw}”`]
      return [...lacks(progressOf(cmi['cmi.suspend_data'] ?? '')), ...score]
    },
  }
}
