/** From a launch page to a running player: reads the inline JSON, opens the session, and puts the player into `#app`. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Course } from '../model/course'
import { begin, type Progress } from '../model/progress'
import type { Settings } from '../model/settings'
import type { Words } from '../model/words'
import { decodeSuspend, encodeSuspend } from '../model/suspend/codec'
import type { TracedCall } from '../session/page'
import type { LmsAdapter, Session } from '../session/port'
import { SessionError } from '../session/session-error'
import { createTraceLog } from '../session/trace-log'
import { browserClock } from './browser/clock'
import { browserFullScreen } from './browser/full-screen'
import { browserKeeper } from './browser/keeper'
import { matches } from './browser/media'
import { browserSpeaker } from './browser/speaker'
import { App } from './components/App'
import { PlayerProvider, type Surroundings } from './components/context'
import { Failure } from './components/Failure'
import { followDeepLink } from './deep-link'
import { handleKey } from './keyboard'
import { messagesOf, type Messages } from './messages/messages'
import { createPlayer, type Player } from './models/player'
import './styles/index'
import { report, type Known } from './support/report'

export interface StartOptions {
  readonly window: Window & typeof globalThis
  /** `trace` is to hear every call to the LMS. */
  readonly adapter: (course: Course, trace: (call: TracedCall) => void) => LmsAdapter
  /** Where the LMS does not answer and the learner goes on all the same. */
  readonly without: (course: Course) => LmsAdapter
  /** How many modules the programme has. */
  readonly of?: number
}

export async function startPlayer({ window, adapter, without, of = 14 }: StartOptions): Promise<void> {
  const { document } = window
  const root = document.getElementById('app')
  if (!root) throw new Error('The launch page has no element with the id "app".')
  const t = speak(document)
  let course: Course
  let settings: Settings
  const log = createTraceLog()
  const known: Known = { log, standard: 'none' }
  const tell = (): string => report(window, known)
  const debug = new URLSearchParams(window.location.search).get('debug') === '1'
  try {
    course = readJson<Course>(document, 'course')
    settings = readJson<Settings>(document, 'settings')
    Object.assign(known, { course, settings })
  } catch (error) {
    known.failure = 'unreadable'
    return render(<Failure t={t} reason={String(error)} report={tell} debug={debug} />, root)
  }
  let player: Player | undefined
  const run = (session: Session, unsaved: boolean): void => {
    known.session = session
    session.onDelivery(log.delivery)
    player = mountPlayer({ window, root, course, settings, session, unsaved, of, t, report: tell })
    known.prefs = player.prefs
    if (debug) player.dialog.value = 'support'
  }
  hearFirst(window, () => player?.hide())
  try {
    const lms = adapter(course, log.trace)
    known.standard = lms.standard
    run(await lms.open(), false)
  } catch (error) {
    known.failure = error instanceof SessionError ? error.code : 'not opened'
    themeOf(window, () => settings.theme)
    const goOn = async (): Promise<void> => run(await without(course).open(), true)
    const reason = error instanceof Error ? error.message : String(error)
    render(<Failure t={t} reason={reason} report={tell} debug={debug} goOn={() => void goOn()} />, root)
  }
}

/**
 * Called before the session is opened, so that the player hears first that the page goes, and what the session sends last is where the
 * learner is. Only the order of registration decides that: on `window` itself Chromium does not put capturing listeners first.
 */
function hearFirst(window: Window, hide: () => void): void {
  const { document } = window
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && hide(), { capture: true })
  window.addEventListener('pagehide', hide, { capture: true })
}

interface Mount {
  readonly window: Window & typeof globalThis
  readonly root: HTMLElement
  readonly course: Course
  readonly settings: Settings
  readonly session: Session
  readonly unsaved: boolean
  readonly of: number
  readonly t: Messages
  readonly report: () => string
}

export function mountPlayer({ window, root, course, settings, session, unsaved, of, t, report }: Mount): Player {
  const module = course.modules[0]
  if (!module) throw new Error('The course in the launch page has no module.')
  const decoded = session.resumed === undefined ? null : decodeSuspend(course, session.resumed)
  const player = createPlayer({
    course,
    module,
    settings,
    session,
    progress: decoded?.ok ? decoded.progress : begin(course, Math.random),
    encode: (progress) => encodeSuspend(course, progress),
    random: Math.random,
    clock: browserClock(window),
    keeper: browserKeeper(window, session.learner.id),
    speaker: browserSpeaker(window, course.lang),
    reducedMotion: matches(window, '(prefers-reduced-motion: reduce)'),
    fullScreen: browserFullScreen(window),
    resumed: decoded?.ok === true && hasBegun(decoded.progress, course),
    unsaved,
    print: () => window.print(),
  })
  wire(window, root, player)
  // What stands there: a failure page we rendered, or the words for a browser without scripts.
  render(null, root)
  root.replaceChildren()
  render(
    <PlayerProvider value={{ player, t, of, its: partIn(course.lang, window.document.documentElement), report }}>
      <App />
    </PlayerProvider>,
    root,
  )
  return player
}

/** What belongs to a course in another language than the page says so: a screen reader then speaks it as it is spoken (WCAG 2.2, 3.1.2). */
function partIn(lang: string, page: HTMLElement): Required<Surroundings>['its'] {
  return lang === page.lang ? {} : { lang, dir: /^(ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr' }
}

/** Opening a module and closing it again at its cover is not yet a place to come back to. */
function hasBegun(progress: Progress, course: Course): boolean {
  return JSON.stringify(progress.modules) !== JSON.stringify(begin(course, () => 0).modules)
}

/** Everything that goes between the page and the player's models. */
function wire(window: Window & typeof globalThis, root: HTMLElement, player: Player): void {
  const { prefs } = player
  // On paper everything is drawn in light colours.
  themeOf(window, () => (player.paper.value ? 'light' : prefs.theme.value))
  effect(() => {
    const { dataset, style } = window.document.documentElement
    style.setProperty('--cap-scale', String(prefs.captionSize.value))
    dataset.motion = prefs.still.value ? 'none' : ''
  })
  effect(() => {
    root.dataset.state = player.state.value
    root.dataset.screen = player.page.value === 'screen' ? player.playback.screen.value.id : ''
    root.dataset.beat = player.page.value === 'screen' ? String(player.playback.at.value.beat) : ''
  })
  window.addEventListener('keydown', (event) => handleKey(player, event) && event.preventDefault())
  window.addEventListener('beforeprint', player.beforePrint)
  window.addEventListener('afterprint', player.afterPrint)
  const follow = (): boolean => followDeepLink(player, window.location.hash)
  follow()
  window.addEventListener('hashchange', follow)
}

/** The theme of the page: the learner's, else the admin's, else the device's. High contrast comes dark or light as the device is. */
function themeOf(window: Window, wanted: () => Settings['theme']): void {
  const dark = matches(window, '(prefers-color-scheme: dark)')
  const more = matches(window, '(prefers-contrast: more)')
  effect(() => {
    const theme = wanted()
    const light = theme === 'system' || theme === 'contrast' ? !dark.value : theme === 'light'
    const { dataset } = window.document.documentElement
    dataset.theme = light ? 'light' : 'dark'
    dataset.contrast = theme === 'contrast' || (theme === 'system' && more.value) ? 'more' : ''
  })
}

/** The words of the page, and the page in their language. A page that was damaged still says something. */
function speak(document: Document): Messages {
  try {
    const words = readJson<Words>(document, 'messages')
    document.documentElement.lang = words.lang
    document.documentElement.dir = words.dir
    return messagesOf(words)
  } catch {
    return messagesOf(null)
  }
}

function readJson<T>(document: Document, id: string): T {
  const text = document.getElementById(id)?.textContent
  if (!text) throw new Error(`The launch page has no inline JSON with the id "${id}".`)
  return JSON.parse(text) as T
}
