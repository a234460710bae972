/** What support needs to know, as plain text that anyone may pass on: in English, and without a word about who the learner is. */
import type { CourseMap } from '../../model/course-map'
import type { Settings } from '../../model/settings'
import { decodeSuspend } from '../../model/suspend/codec'
import type { Session } from '../../session/port'
import type { createTraceLog } from '../../session/trace-log'
import type { Preferences } from '../models/preferences'
import { tellCall } from './tell-call'

/** Whatever there is by then: where the player could not start there is little, and the report is of most use. */
export interface Known {
  readonly log: ReturnType<typeof createTraceLog>
  standard: string
  course?: CourseMap
  settings?: Settings
  session?: Session
  prefs?: Preferences
  /** Why no session opened, in words of ours and none of an LMS. */
  failure?: string
}

export function report(window: Window, { log, standard, course, settings, session, prefs, failure }: Known): string {
  const suspended = (text: string): string => `${text.length} characters, ${course ? inWords(course, text) : 'not read'}`
  const entry = session?.journal?.()
  const { navigator } = window
  return [
    ['WSQD, details for support', new Date(log.now()).toISOString()],
    [
      'Package',
      `${course?.modules.map(({ id }) => id).join(', ') ?? 'unreadable'}, revision ${course?.revision ?? '?'}`,
      `standard ${standard}, ${failure ?? session?.mode ?? 'not open yet'}`,
      `settings ${JSON.stringify(settings)}`,
      prefs && `captions ${prefs.captions.value}, sound ${prefs.sound.value}, speed ${prefs.speed.value}, theme ${prefs.theme.value}`,
    ],
    [
      'Browser',
      navigator.userAgent,
      `${window.location.protocol} ${place(window)}, ${window.innerWidth} × ${window.innerHeight} at ${window.devicePixelRatio}`,
      `languages ${navigator.languages.join(', ')}; online ${navigator.onLine}; storage ${stores(window)}`,
      `reduced motion ${window.matchMedia?.('(prefers-reduced-motion: reduce)').matches}; voices ${window.speechSynthesis?.getVoices().length}`,
    ],
    [
      'Kept on this device',
      entry ? `${suspended(entry.text)}; read back ${entry.readBack}, final ${entry.final}, written ${session?.keepsHere()}` : 'nothing',
    ],
    [
      `Calls and delivery, UTC${log.dropped() ? `; after the beginning ${log.dropped()} are left out` : ''}`,
      ...log.calls.map((call) => tellCall(call, suspended)),
    ],
  ]
    .map((lines) => lines.filter((line) => line !== undefined).join('\n'))
    .join('\n\n')
}

/** How far it says the learner is, in counts. */
function inWords(course: CourseMap, text: string): string {
  const read = decodeSuspend(course, text)
  if (!read.ok) return read.reason
  const { nonce, counter, modules } = read.progress
  const told = course.modules.map(({ id, screens }) => {
    const { seen, quiz } = modules[id] ?? {}
    const answers = Object.keys(quiz?.answers ?? {}).length
    return `${seen?.size} of ${screens.length} screens seen, quiz attempt ${quiz?.attempt}, ${answers} of ${quiz?.drawn.length} answered, best ${quiz?.best}`
  })
  return [`attempt ${nonce}`, `counter ${counter}`, ...told].join(', ')
}

/** Not the address: that may name a learner, or let others in. */
function place(window: Window): string {
  if (window.parent === window) return window.opener ? 'in a window of its own' : 'in no frame'
  try {
    return `in a frame of ${window.parent.location.origin === window.location.origin ? 'the same' : 'another'} origin`
  } catch {
    return 'in a frame of another origin'
  }
}

function stores(window: Window): boolean {
  try {
    const { localStorage } = window
    localStorage.setItem('wsqd.works', '1')
    const works = localStorage.getItem('wsqd.works') === '1'
    localStorage.removeItem('wsqd.works')
    return works
  } catch {
    return false
  }
}
