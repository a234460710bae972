/** A launch in a plain host, and what the two standards call the same things. */
import { scorm12 } from '../../src/session/drivers/scorm12'
import { scorm2004 } from '../../src/session/drivers/scorm2004'
import type { DriverOptions } from '../../src/session/page'
import type { Delivery, Session } from '../../src/session/port'
import { fakePage } from '../hosts/fake-page'
import type { Host, HostCall } from '../hosts/host'
import { plainHost, type PlainHost } from '../hosts/plain-host'
import { makeCourse, makeModule } from '../model/make-course'

const module4 = { ...makeModule(4, { questions: 5 }) }
const course = makeCourse({ ...module4, quiz: module4.quiz && { ...module4.quiz, id: 'media-flows' } })

export const standards = {
  scorm12: {
    driver: scorm12,
    suspend: 'cmi.suspend_data',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    status: 'cmi.core.lesson_status',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    location: 'cmi.core.lesson_location',
    raw: 'cmi.core.score.raw',
    passing: ['cmi.student_data.mastery_score', '75'],
    response: 'student_response',
    minute: '0000:01:00.00',
    notNow: '101',
  },
  scorm2004: {
    driver: scorm2004,
    suspend: 'cmi.suspend_data',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    status: 'cmi.completion_status',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    location: 'cmi.location',
    raw: 'cmi.score.raw',
    passing: ['cmi.scaled_passing_score', '0.75'],
    response: 'learner_response',
    minute: 'PT0H1M0S',
    notNow: '391',
  },
} as const

export type Name = keyof typeof standards
export const start = async <H extends Host = PlainHost>(
  standard: Name,
  given: Record<string, string> = {},
  options: Partial<DriverOptions> = {},
  host: H = plainHost(standard, given) as Host as H,
) => {
  const page = fakePage()
  host.install(page)
  const session = await standards[standard].driver({ window: page, now: page.now, course, ...options }).open()
  const since = (what: () => void): HostCall[] => {
    const before = host.calls.length
    what()
    return host.calls.slice(before)
  }
  return { page, host, session, since }
}
export const deliveries = (session: Session) => {
  const heard: Delivery[] = []
  session.onDelivery((delivery) => heard.push(delivery))
  return heard
}
