/** A learner with a finger and nothing else: no key, no mouse, nothing hovers. */
import type { Frame, Locator, Page } from 'playwright-core'
import type { Course, Module } from '../../src/model/course'
import type { Question } from '../../src/model/quiz'
import { plain, type Sight } from './learner'

export class Toucher {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
    readonly module: Module,
  ) {}

  static async launch(page: Page, url: string): Promise<Toucher> {
    await page.goto(url)
    const frame = await (await page.waitForSelector('iframe#sco')).contentFrame()
    if (!frame) throw new Error('The launch page has no frame with content.')
    await frame.waitForSelector('#app[data-state]')
    const course = JSON.parse((await frame.textContent('#course')) ?? '') as Course
    return new Toucher(page, frame, course.modules[0] as Module)
  }

  tap(selector: string): Promise<void> {
    return this.frame.locator(selector).first().tap()
  }
  see(): Promise<Sight> {
    return this.frame.evaluate(() => {
      const { state = '', screen = '', beat = '' } = document.getElementById('app')?.dataset ?? {}
      return { state, screen, beat }
    })
  }
  /** A finger across the picture: to the left is a step on. As the browser itself sees one, with what it makes of it. */
  async swipe(by: 1 | -1): Promise<void> {
    const box = await this.frame.locator('.stage-box').boundingBox()
    if (!box) throw new Error('There is no picture to swipe across.')
    const y = box.y + box.height / 2
    const [from, to] = by > 0 ? [0.8, 0.2] : [0.2, 0.8]
    const at = (share: number) => [{ x: box.x + box.width * share, y }]
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) })
    for (const share of [0.25, 0.5, 0.75, 1]) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(from + (to - from) * share) })
    }
    // Lifted at rest: a finger lifted in motion throws, and the next touch only catches what it threw.
    await this.page.waitForTimeout(150)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await session.detach()
  }

  /** Steps on until `done`, by the button; guesses the first option of every prediction, skips checks, tries a switch. */
  async stepUntil(done: (sight: Sight) => boolean): Promise<void> {
    for (let steps = 0; steps < 400; steps++) {
      const sight = await this.see()
      if (done(sight)) return
      if (sight.state === 'trying') {
        await this.tap('.what-if .option')
        await this.tap('.what-if .primary')
      } else if (sight.state === 'asking' && (await this.frame.locator('.asking.check').count()) > 0) {
        await this.tap('.asking.check .skip')
      } else if (sight.state === 'asking') {
        await this.tap('.asking .option')
        await this.tap('.asking .primary')
      } else {
        // It plays: a question may come up under the finger, and the button is gone.
        const button = this.frame.locator('.dock .icon:last-of-type').first()
        await button.tap({ timeout: 2000 }).catch(() => undefined)
      }
      await this.frame.waitForFunction(
        (was) => {
          const { state = '', screen = '', beat = '' } = document.getElementById('app')?.dataset ?? {}
          return state !== was.state || screen !== was.screen || beat !== was.beat
        },
        sight,
        { timeout: 10_000 },
      )
    }
    throw new Error('Four hundred steps, and not there.')
  }

  /** Answers what is asked, rightly, and goes on. Returns the kind. */
  async answer(): Promise<Question['kind']> {
    await this.frame.waitForSelector('.question:not(.answered)')
    const asked = plain((await this.frame.textContent('#q-prompt')) ?? '')
    const question = this.module.quiz?.questions.find((q) => plain(q.prompt) === asked)
    if (!question) throw new Error(`No question of the bank asks “${asked}”.`)
    await this.#give(question)
    await this.tap('#quiz-go')
    await this.frame.waitForSelector('.question.answered')
    await this.tap('#quiz-go')
    return question.kind
  }

  async #give(question: Question): Promise<void> {
    const row = (html: string): Locator =>
      this.frame
        .locator('.q .row')
        .filter({ hasText: plain(html) })
        .first()
    switch (question.kind) {
      case 'choice':
      case 'several': {
        for (const id of question.kind === 'choice' ? [question.right] : question.right)
          await row(question.options.find((one) => one.id === id)?.html ?? '').tap()
        return
      }
      case 'order':
        for (const [place, item] of question.items.entries()) {
          for (let moves = 0; moves < question.items.length; moves++) {
            const rows = await this.frame.locator('.q .row').allTextContents()
            if ((rows[place] ?? '').replace(/\s+/g, ' ').includes(plain(item.html))) break
            await row(item.html).locator('.up').tap()
          }
        }
        return
      case 'match':
        for (const [source, target] of question.right) {
          const at = question.sources.findIndex(({ id }) => id === source)
          // What the wheel of a phone does to a list.
          await this.frame.locator('.q select').nth(at).selectOption(target)
        }
        return
      case 'number':
      case 'text':
        await this.tap('.q input')
        return this.page.keyboard.insertText(question.kind === 'number' ? String(Math.ceil(question.min)) : (question.accept[0] ?? ''))
      case 'hotspot':
      case 'line':
        await this.frame
          .locator('.q .pickable')
          .nth(question.options.findIndex(({ id }) => id === question.right))
          .tap()
    }
  }
}
