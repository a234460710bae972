/** From a launch page to something that runs in it: reads the inline JSON, opens the session, and mounts what the package holds. */
import { render } from 'preact'
import type { CourseMap } from '../model/course-map'
import type { Settings } from '../model/settings'
import type { Words } from '../model/words'
import type { TracedCall } from '../session/page'
import type { LmsAdapter, Session } from '../session/port'
import { SessionError } from '../session/session-error'
import { createTraceLog } from '../session/trace-log'
import { Failure } from './components/Failure'
import { messagesOf, type Messages } from './messages/messages'
import type { Player } from './models/player'
import { report, type Known } from './support/report'
import { themeOf } from './theme-of'
import './styles/index'

export interface StartOptions<C extends CourseMap> {
  readonly window: Window & typeof globalThis
  /** `trace` is to hear every call to the LMS. */
  readonly adapter: (course: C, trace: (call: TracedCall) => void) => LmsAdapter
  /** Where the LMS does not answer and the learner goes on all the same. */
  readonly without: (course: C) => LmsAdapter
  /** How many modules the programme has. */
  readonly of?: number
  readonly mount: (mount: Mount<C>) => Mounted
}

/** What a session is opened for. */
export interface Mount<C extends CourseMap> {
  readonly window: Window & typeof globalThis
  readonly root: HTMLElement
  readonly course: C
  readonly settings: Settings
  readonly session: Session
  /** The LMS did not answer, and the learner chose to go on: nothing is kept. */
  readonly unsaved: boolean
  readonly of: number
  readonly t: Messages
  readonly report: () => string
}
export type Mounted = Pick<Player, 'hide' | 'prefs' | 'dialog'>

export async function startPlayer<C extends CourseMap>({ window, adapter, without, of = 14, mount }: StartOptions<C>): Promise<void> {
  const { document } = window
  const root = document.getElementById('app')
  if (!root) throw new Error('The launch page has no element with the id "app".')
  let t = messagesOf(null)
  let course: C
  let settings: Settings
  const log = createTraceLog()
  const known: Known = { log, standard: 'none' }
  const tell = (): string => report(window, known)
  const debug = new URLSearchParams(window.location.search).get('debug') === '1'
  try {
    t = speak(document)
    course = readJson<C>(document, 'course')
    settings = readJson<Settings>(document, 'settings')
    Object.assign(known, { course, settings })
  } catch (error) {
    known.failure = `unreadable, ${String(error)}`
    return render(<Failure t={t} report={tell} debug={debug} />, root)
  }
  let mounted: Mounted | undefined
  const run = (session: Session, unsaved: boolean): void => {
    known.session = session
    session.onDelivery(log.delivery)
    mounted = mount({ window, root, course, settings, session, unsaved, of, t, report: tell })
    known.prefs = mounted.prefs
    if (debug) mounted.dialog.value = 'support'
  }
  hearFirst(window, (closing) => mounted?.hide(closing))
  try {
    const lms = adapter(course, log.trace)
    known.standard = lms.standard
    run(await lms.open(), false)
  } catch (error) {
    const { code, message } = error instanceof SessionError ? error : { code: 'not opened', message: (error as Error).name }
    known.failure = `${code}: ${message}`
    themeOf(window, () => settings.theme)
    const goOn = async (): Promise<void> => run(await without(course).open(), true)
    render(<Failure t={t} code={code} report={tell} debug={debug} goOn={() => void goOn()} />, root)
  }
}

/**
 * Called before the session is opened, so that the player hears first that the page goes, and what the session sends last is where the
 * learner is. Only the order of registration decides that: on `window` itself Chromium does not put capturing listeners first.
 */
function hearFirst(window: Window, hide: (closing?: boolean) => void): void {
  const { document } = window
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && hide(), { capture: true })
  window.addEventListener('pagehide', () => hide(true), { capture: true })
}

/** The words of the page, and the page in their language. */
function speak(document: Document): Messages {
  const words = readJson<Words>(document, 'messages')
  document.documentElement.lang = words.lang
  document.documentElement.dir = words.dir
  return messagesOf(words)
}

export function readJson<T>(document: Document, id: string): T {
  const text = document.getElementById(id)?.textContent
  if (!text) throw new Error(`The launch page has no inline JSON with the id "${id}".`)
  return JSON.parse(text) as T
}
