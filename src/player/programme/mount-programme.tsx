/** A package of several modules: a menu on the call's own second, and the player of whichever module is open. One session for all. */
import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import type { Module } from '../../model/course'
import type { CourseMap, ModuleMap } from '../../model/course-map'
import type { ProgrammePage } from '../../model/programme-page'
import type { Delivery } from '../../session/port'
import { browserKeeper } from '../browser/keeper'
import { mountModule, resumeProgress, type MountedModule } from '../mount'
import type { DialogName } from '../models/player'
import { createPreferences } from '../models/preferences'
import { readJson, type Mount, type Mounted } from '../launch'
import { themeOf } from '../theme-of'
import { Menu } from './Menu'
import { moduleSource } from './module-source'
import { stateOf } from './state-of'

/** `opened` hears of each module before it is shown. */
export function mountProgramme(mount: Mount<CourseMap>, opened?: (module: Module) => void): Mounted {
  const { window, root, course, session, settings } = mount
  const { document } = window
  const { files, call } = readJson<ProgrammePage>(document, 'programme')
  const source = moduleSource(window.fetch.bind(window), files)
  const passing = session.terms.passing ?? settings.pass
  const prefs = createPreferences(browserKeeper(window, session.learner.id), settings)
  const dialog = signal<DialogName | null>(null)
  const delivery = signal<Delivery>('saved')
  const closed = signal<Delivery | 'closing' | null>(null)
  /** What is being loaded, or could not be. */
  const wanted = signal<{ readonly module: ModuleMap; readonly failed: boolean } | null>(null)
  let { progress, resumed } = resumeProgress(course, session)
  let open: MountedModule | null = null
  let leaveMenu = (): void => undefined
  session.onDelivery((now) => void (delivery.value = now))

  function showMenu(): void {
    if (open) {
      if (open.player.page.value === 'screen') open.player.playback.leaveScreens()
      open.player.hide()
      progress = open.player.learning.progress.value
      resumed = true
      open.unmount()
      open = null
      // The address named a place in that module.
      if (window.location.hash) window.history.replaceState(null, '', window.location.pathname + window.location.search)
    }
    const ends = [
      themeOf(window, () => prefs.theme.value),
      effect(() => void (root.dataset.state = closed.value ? 'closed' : wanted.value && !wanted.value.failed ? 'loading' : 'menu')),
    ]
    leaveMenu = () => ends.forEach((end) => end())
    document.title = course.title
    root.dataset.screen = root.dataset.beat = ''
    root.replaceChildren()
    const here = resumed ? (course.modules.find(({ id }) => id === progress.module) ?? null) : null
    const exit = async (): Promise<void> => {
      closed.value = 'closing'
      closed.value = await session.close()
    }
    const shown = {
      call,
      passing,
      progress,
      here,
      wanted,
      delivery,
      closed,
      dialog,
      openModule: (module: ModuleMap) => void openModule(module),
      exit,
    }
    render(<Menu {...mount} {...shown} />, root)
  }

  async function openModule(module: ModuleMap): Promise<void> {
    if (wanted.value && !wanted.value.failed) return
    wanted.value = { module, failed: false }
    try {
      const whole = await source.load(module)
      // The page may have been left meanwhile.
      if (closed.value) return
      wanted.value = null
      show(module, whole)
    } catch {
      wanted.value = { module, failed: true }
    }
  }

  function show(module: ModuleMap, whole: Module): void {
    opened?.(whole)
    leaveMenu()
    render(null, root)
    const next = course.modules[course.modules.indexOf(module) + 1]
    const been = stateOf(module, progress, settings, passing) !== 'open'
    open = mountModule(
      mount,
      whole,
      { progress, resumed: been },
      {
        toMenu: showMenu,
        next: next?.title ?? null,
        toNext() {
          showMenu()
          if (next) void openModule(next)
        },
      },
    )
    if (next) source.expect(next)
  }

  window.addEventListener('keydown', ({ key }) => void (key === 'd' && !open && (dialog.value = 'support')))
  showMenu()
  // An address with a screen's name opens the module that has it.
  const [, place] = /^#(?:read\/)?([^/=&]+)/.exec(window.location.hash) ?? []
  const linked = place && course.modules.find(({ screens }) => screens.some(({ id }) => id === place))
  if (linked) void openModule(linked)
  return {
    hide: (closing) => open?.player.hide(closing),
    prefs,
    get dialog() {
      return open?.player.dialog ?? dialog
    },
  }
}
