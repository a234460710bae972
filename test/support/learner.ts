/** A learner with a keyboard and nothing else: looks at the page, and presses keys. */
import type { Course, Module } from '../../src/model/course'
import type { Question } from '../../src/model/quiz'

export interface Sight {
  readonly state: string
  readonly screen: string
  readonly beat: string
}

/** What a learner needs of a browser: Playwright's frames and pages have it; `browsers/` gives it to browsers that Playwright does not drive. */
export interface LearnerFrame {
  evaluate<R>(read: () => R): Promise<R>
  evaluate<R, A>(read: (given: A) => R, given: A): Promise<R>
  waitForFunction<A>(done: (given: A) => unknown, given: A, options?: { readonly timeout?: number }): Promise<unknown>
  waitForSelector(selector: string): Promise<unknown>
  textContent(selector: string): Promise<string | null>
}
export interface LearnerPage {
  goto(url: string): Promise<unknown>
  waitForSelector(selector: string): Promise<unknown>
  $(selector: string): Promise<{ contentFrame(): Promise<LearnerFrame | null> } | null>
  readonly keyboard: { press(key: string): Promise<void> }
}

export const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x26;', '&')
    .replace(/\s+/g, ' ')
    .trim()

export class Learner {
  private constructor(
    readonly page: LearnerPage,
    readonly frame: LearnerFrame,
    readonly module: Module,
  ) {}

  /** The same learner in a module that the launch page holds only the map of. */
  in(module: Module): Learner {
    return new Learner(this.page, this.frame, module)
  }

  /** In a page that is the course itself. */
  static at(page: LearnerPage & LearnerFrame, module: Module): Learner {
    return new Learner(page, page, module)
  }

  /** Opens the launch page and tabs into the course. */
  static async launch(page: LearnerPage, url: string): Promise<Learner> {
    await page.goto(url)
    await page.waitForSelector('iframe#sco')
    const frame = await (await page.$('iframe#sco'))?.contentFrame()
    if (!frame) throw new Error('The launch page has no frame with content.')
    await frame.waitForSelector('#app[data-state]')
    for (let tabs = 0; tabs < 60 && !(await frame.evaluate(() => document.hasFocus())); tabs++) await page.keyboard.press('Tab')
    return Learner.inFrame(page, frame)
  }

  /** Where the course is open already. */
  static async inFrame(page: LearnerPage, frame: LearnerFrame): Promise<Learner> {
    const course = JSON.parse((await frame.textContent('#course')) ?? '') as Course
    return new Learner(page, frame, course.modules[0] as Module)
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }
  async openDialog(key: string): Promise<void> {
    await this.press(key)
    await this.frame.waitForSelector('dialog[open]')
  }
  async closeDialog(): Promise<void> {
    await this.press('Escape')
    await this.frame.waitForFunction(() => !document.querySelector('dialog'), null)
  }
  /** By Tab and Enter. */
  async pressButton(text: string): Promise<void> {
    const there = (): Promise<boolean> =>
      this.frame.evaluate((t) => document.activeElement?.closest('button')?.textContent?.includes(t) ?? false, text)
    for (let tabs = 0; tabs < 60 && !(await there()); tabs++) await this.press('Tab')
    await this.press('Enter')
  }
  see(): Promise<Sight> {
    return this.frame.evaluate(() => {
      const { state = '', screen = '', beat = '' } = document.getElementById('app')?.dataset ?? {}
      return { state, screen, beat }
    })
  }
  /** Waits until something of it has changed. */
  async changed(from: Sight, timeout = 10_000): Promise<Sight> {
    await this.frame.waitForFunction(
      (was) => {
        const { state = '', screen = '', beat = '' } = document.getElementById('app')?.dataset ?? {}
        return state !== was.state || screen !== was.screen || beat !== was.beat
      },
      from,
      { timeout },
    )
    return this.see()
  }

  /** Where it stands still, it goes on by itself again. */
  async playOn(): Promise<void> {
    const sight = await this.see()
    if (sight.state !== 'paused') return
    await this.press('Space')
    await this.changed(sight)
  }
  /** Stands still, and says where: what plays on may be a step further by the time the page has gone. */
  async stop(): Promise<Sight> {
    if ((await this.see()).state === 'playing') {
      await this.press('Space')
      await this.frame.waitForFunction(() => document.getElementById('app')?.dataset['state'] !== 'playing', null)
    }
    return this.see()
  }
  /** Presses nothing until `done`, but to go on after a prediction or past a switch. */
  async watchUntil(done: (sight: Sight) => boolean, timeout: number): Promise<Sight> {
    let sight = await this.see()
    while (!done(sight)) {
      if (sight.state === 'asking') await this.guess()
      else if (sight.state === 'trying') await this.press('Enter')
      sight = await this.changed(sight, timeout)
    }
    return sight
  }
  private async guess(): Promise<void> {
    // A check may want anything, a place in a picture too: it is skipped, as one may.
    if (await this.frame.evaluate(() => document.querySelector('.asking.check') !== null)) return this.press('ArrowRight')
    await this.press('1')
    await this.frame.waitForSelector('.asking .verdict')
    await this.press('Enter')
  }

  /** Steps on until `done`; guesses the first option of every prediction. */
  async stepUntil(done: (sight: Sight) => boolean): Promise<Sight> {
    let sight = await this.see()
    for (let steps = 0; !done(sight) && steps < 400; steps++) {
      if (sight.state === 'asking') await this.guess()
      else await this.press('ArrowRight')
      sight = await this.changed(sight)
    }
    return sight
  }

  /** The question on the page. */
  async question(): Promise<Question> {
    await this.frame.waitForSelector('.question:not(.answered)')
    const asked = plain((await this.frame.textContent('#q-prompt')) ?? '')
    const found = this.module.quiz?.questions.find((q) => plain(q.prompt) === asked)
    if (!found) throw new Error(`No question of the bank asks “${asked}”.`)
    return found
  }

  /** Answers it by keyboard, and goes on. */
  async answer(question: Question, rightly: boolean): Promise<{ readonly question: Question; readonly right: boolean }> {
    await this.give(question, rightly)
    await this.go()
    return { question, right: rightly }
  }

  /** Answers it by keyboard, in the quiz or in the middle of a screen, and stays to read what came of it. */
  async give(question: Question, rightly: boolean): Promise<void> {
    if ('options' in question) await this.pick(question, rightly)
    if (question.kind === 'order') await this.sort(question, rightly)
    if (question.kind === 'match') await this.match(question, rightly)
    if (question.kind === 'number') for (const digit of rightly ? String(Math.ceil(question.min)) : '987654') await this.press(digit)
    if (question.kind === 'text') for (const letter of rightly ? (question.accept[0] ?? '') : 'no idea') await this.press(letter)
    await this.go()
    await this.frame.waitForSelector('.q .lines').catch((error: unknown) => {
      throw new Error(`${question.id}, ${question.kind}, was not answered. ${String(error)}`)
    })
  }

  private async rows(which = '.q .row'): Promise<readonly string[]> {
    const texts = await this.frame.evaluate((rows) => [...document.querySelectorAll(rows)].map((row) => row.textContent ?? ''), which)
    return texts.map((text) => text.replace(/\s+/g, ' ').trim())
  }
  private async pick(question: Extract<Question, { options: unknown }>, rightly: boolean): Promise<void> {
    const right = [question.right].flat()
    const wanted = rightly ? right : question.options.filter((o) => !right.includes(o.id)).slice(0, 1).map((o) => o.id) // prettier-ignore
    const rows = await this.rows('.q .pickable')
    for (const id of wanted) {
      const text = plain(question.options.find((o) => o.id === id)?.html ?? '')
      const at = rows.findIndex((row) => row.includes(text))
      if (at < 0) throw new Error(`“${text}” is not among ${rows.join(' | ')}`)
      await this.press(String(at + 1))
    }
  }
  private async sort(question: Question & { kind: 'order' }, rightly: boolean): Promise<void> {
    const wanted = question.items.map((i) => plain(i.html))
    for (let place = 0; place < wanted.length; place++) {
      const rows = await this.rows()
      const at = rows.findIndex((row) => row.includes(wanted[place] as string))
      if (at === place) continue
      await this.press(String(at + 1))
      await this.press(String(place + 1))
    }
    if (rightly) return
    await this.press('1')
    await this.press('2')
  }
  private async match(question: Question & { kind: 'match' }, rightly: boolean): Promise<void> {
    for (const [i, source] of question.sources.entries()) {
      const right = question.right.find(([s]) => s === source.id)?.[1]
      const wanted = rightly ? right : question.targets.find((t) => t.id !== right)?.id
      await this.press(String(i + 1))
      await this.frame.waitForFunction((n) => document.querySelectorAll('.q select')[n] === document.activeElement, i)
      const value = () => this.frame.evaluate(() => (document.activeElement as HTMLSelectElement).value)
      await this.press('Home')
      for (let n = 0; n < 12 && (await value()) !== wanted; n++) await this.press('ArrowDown')
      if ((await value()) !== wanted) throw new Error(`${question.id}: the list stands at “${await value()}”, expected “${wanted}”.`)
      await this.press('Tab')
    }
  }
  /** To the one button, and presses it. */
  async go(): Promise<void> {
    const inField = () => this.frame.evaluate(() => document.activeElement?.matches('select') ?? false)
    for (let tabs = 0; tabs < 20 && (await inField()); tabs++) await this.press('Tab')
    await this.press('Enter')
  }
}
