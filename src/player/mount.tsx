/** Puts the player of one module into `#app`, with everything between the page and its models. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Course, Module } from '../model/course'
import type { CourseMap } from '../model/course-map'
import { begin, type Progress } from '../model/progress'
import { decodeSuspend, encodeSuspend } from '../model/suspend/codec'
import type { Session } from '../session/port'
import { browserClock } from './browser/clock'
import { browserFullScreen } from './browser/full-screen'
import { browserKeeper } from './browser/keeper'
import { matches } from './browser/media'
import { browserSpeaker } from './browser/speaker'
import { App } from './components/App'
import { PlayerProvider, type Others, type Surroundings } from './components/context'
import { followDeepLink } from './deep-link'
import { handleKey } from './keyboard'
import { createPlayer, type Player } from './models/player'
import type { Mount } from './launch'
import { themeOf } from './theme-of'

/** A package of one module. */
export function mountPlayer(mount: Mount<Course>): Player {
  const [module] = mount.course.modules
  if (!module) throw new Error('The course in the launch page has no module.')
  return mountModule(mount, module, resumeProgress(mount.course, mount.session)).player
}

/** `resumed`: the learner has been here before. */
export interface Start {
  readonly progress: Progress
  readonly resumed: boolean
}

/** Where the learner stands, by what the session gives back. Opening a module and closing it again at its cover is not yet a place to come back to. */
export function resumeProgress(course: CourseMap, { resumed }: Session): Start {
  const decoded = resumed === undefined ? null : decodeSuspend(course, resumed)
  if (!decoded?.ok) return { progress: begin(course, Math.random), resumed: false }
  const fresh = begin(course, () => 0)
  return { progress: decoded.progress, resumed: JSON.stringify(decoded.progress.modules) !== JSON.stringify(fresh.modules) }
}

export interface MountedModule {
  readonly player: Player
  /** The page is empty then, and nothing listens to it any more. */
  unmount(): void
}

export function mountModule(
  { window, root, course, settings, session, unsaved, of, t, report }: Mount<CourseMap>,
  module: Module,
  { progress, resumed }: Start,
  programme?: Others,
): MountedModule {
  const lang = module.lang ?? course.lang
  const player = createPlayer({
    course,
    module,
    settings,
    session,
    progress,
    encode: (progress) => encodeSuspend(course, progress),
    random: Math.random,
    clock: browserClock(window),
    keeper: browserKeeper(window, session.learner.id),
    speaker: browserSpeaker(window, lang),
    reducedMotion: matches(window, '(prefers-reduced-motion: reduce)'),
    fullScreen: browserFullScreen(window),
    resumed,
    unsaved,
    print: () => window.print(),
  })
  const unwire = wire(window, root, player)
  // What stands there: a failure page we rendered, or the words for a browser without scripts.
  render(null, root)
  root.replaceChildren()
  const its = partIn(lang, window.document.documentElement)
  render(
    <PlayerProvider value={{ player, t, of, its, report, programme }}>
      <App />
    </PlayerProvider>,
    root,
  )
  return {
    player,
    unmount() {
      unwire()
      render(null, root)
    },
  }
}

/** What belongs to a course in another language than the page says so: a screen reader then speaks it as it is spoken (WCAG 2.2, 3.1.2). */
function partIn(lang: string, page: HTMLElement): Required<Surroundings>['its'] {
  return lang === page.lang ? {} : { lang, dir: /^(ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr' }
}

/** Everything that goes between the page and the player's models. Returns what takes it away again. */
function wire(window: Window & typeof globalThis, root: HTMLElement, player: Player): () => void {
  const { prefs } = player
  const off = new window.AbortController()
  const on = (type: string, listener: (event: Event) => void): void => window.addEventListener(type, listener, { signal: off.signal })
  const ends = [
    // On paper everything is drawn in light colours.
    themeOf(window, () => (player.paper.value ? 'light' : prefs.theme.value)),
    effect(() => {
      const { dataset, style } = window.document.documentElement
      style.setProperty('--cap-scale', String(prefs.captionSize.value))
      dataset.motion = prefs.still.value ? 'none' : ''
    }),
    effect(() => {
      root.dataset.state = player.state.value
      root.dataset.screen = player.page.value === 'screen' ? player.playback.screen.value.id : ''
      root.dataset.beat = player.page.value === 'screen' ? String(player.playback.at.value.beat) : ''
    }),
    () => off.abort(),
  ]
  on('keydown', (event) => handleKey(player, event as KeyboardEvent) && event.preventDefault())
  on('beforeprint', player.beforePrint)
  on('afterprint', player.afterPrint)
  const follow = (): boolean => followDeepLink(player, window.location.hash)
  follow()
  on('hashchange', follow)
  return () => ends.forEach((end) => end())
}
