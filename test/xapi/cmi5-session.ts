/** A cmi5 session in a page of tests, and what its LRS has heard. */
import { cmi5 } from '../../src/session/drivers/cmi5'
import type { Session } from '../../src/session/port'
import { prng } from '../../src/model/draw'
import { verbOf, type LrsHost } from '../hosts/lrs-host'
import { makeCourse, makeModule } from '../model/make-course'
import { answered, outcome, scored, visited } from '../session/events'
import { device, launchedPage, type Device, type LaunchedPage } from './page'

const module4 = makeModule(4, { questions: 8 })
const course = makeCourse({ ...module4, quiz: module4.quiz && { ...module4.quiz, id: 'media-flows' } })
export const questions = module4.quiz?.questions ?? []

/** Lets time pass until what was asked for is there. */
export const settle = async <T>(page: LaunchedPage, what: Promise<T>): Promise<T> => {
  const box: { done?: true } = {}
  void what.then(
    () => (box.done = true),
    () => (box.done = true),
  )
  for (let i = 0; i < 4000 && !box.done && !page.dead(); i++) {
    await new Promise((resolve) => setImmediate(resolve))
    await page.advance(250)
  }
  return what
}
export const pass = async (page: LaunchedPage, ms = 1000): Promise<void> => {
  for (let i = 0; i < 20; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    await page.advance(ms / 20)
  }
}
export const open = async (host: LrsHost, search = host.launch(), on: Device = device(), seed = 1) => {
  const page = launchedPage(host, search, on)
  const driver = cmi5({ window: page, course, now: page.now, random: prng(seed) }, on.store)
  const session = await settle(page, driver.open())
  return { page, session, on }
}
export const verbs = (host: LrsHost) => host.order.map(verbOf)
export const allOf = (session: Session) => {
  session.record(visited())
  for (const q of questions) session.record(answered(q))
  session.record(scored(1))
  session.record(outcome(true, 1))
  session.save('w1-end')
}
