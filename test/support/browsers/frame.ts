/** A frame for a learner, made of the one thing every protocol can: run a function in a document. */
import type { LearnerFrame } from '../learner'

/** Runs an expression of JavaScript there, and gives back its value as JSON. */
export type Run = (expression: string) => Promise<string | null>

export function learnerFrame(run: Run): LearnerFrame {
  const evaluate = async <R, A>(read: (given: A) => R, given?: A): Promise<R> => {
    const argument = given === undefined ? '' : JSON.stringify(given)
    const answer = await run(`JSON.stringify((${String(read)})(${argument}))`)
    return (answer === null ? undefined : JSON.parse(answer)) as R
  }
  const waitForFunction = async <A>(done: (given: A) => unknown, given: A, { timeout = 30_000 } = {}): Promise<void> => {
    const until = Date.now() + timeout
    for (;;) {
      // A document that is just being replaced has nothing to run in.
      const is = await evaluate(done, given).catch(() => false)
      if (is) return
      if (Date.now() > until) throw new Error(`Waited ${timeout} ms for ${String(done)} with ${JSON.stringify(given)}.`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return {
    evaluate,
    waitForFunction,
    waitForSelector: (selector) => waitForFunction((wanted) => document.querySelector(wanted) !== null, selector),
    textContent: (selector) => evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector),
  }
}

/** A function of `done`: what a key did has been painted, and what follows on that, such as focus. Nobody types faster than they see. */
export const PAINTED = '(done) => { setTimeout(done, 200); requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))) }'

/** Playwright's names of keys as WebDriver has them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** The actions of one key pressed and let go, the same in WebDriver and in BiDi. */
export const pressed = (key: string) => {
  const value = KEYS[key] ?? key
  return [{ type: 'key', id: 'keyboard', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value })) }]
}
