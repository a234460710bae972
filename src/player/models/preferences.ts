/** What the learner chose for good: kept on this device, never sent to the LMS. */
import { effect, signal, type Signal } from '@preact/signals'
import type { Settings } from '../../model/settings'

/** Where they are kept. Both may fail quietly: a frame may have no storage. */
export interface Keeper {
  read(): string | null
  write(text: string): void
}

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const satisfies readonly Settings['theme'][]
/** Of captions, as a factor of their usual size. */
export const SIZES = [0.85, 1, 1.25, 1.5] as const
export type Theme = Settings['theme']

export type Preferences = ReturnType<typeof createPreferences>

export function createPreferences(keeper: Keeper, settings: Pick<Settings, 'theme' | 'sound'>) {
  const kept = readKept(keeper)
  const all: Record<string, Signal<unknown>> = {}
  /** What was kept counts where it is still one of the choices. */
  function choice<T extends string | number | boolean>(name: string, choices: readonly T[], usual: T): Signal<T> {
    const found = signal(choices.find((one) => one === kept[name]) ?? usual)
    all[name] = found as Signal<unknown>
    return found
  }
  const yesNo = [true, false]
  const speed = choice<(typeof SPEEDS)[number]>('speed', SPEEDS, 1)
  const prefs = {
    captions: choice('captions', yesNo, true),
    captionSize: choice<(typeof SIZES)[number]>('captionSize', SIZES, 1),
    sound: choice('sound', yesNo, settings.sound ?? true),
    speed,
    theme: choice<Theme>('theme', THEMES, settings.theme),
    /** Pictures do not move, whatever the device asks for. */
    still: choice('still', yesNo, false),
    /** The next screen plays by itself. */
    autoplay: choice('autoplay', yesNo, true),
    /** To the next speed up or down; past the end it stays. */
    faster(by: 1 | -1): void {
      speed.value = SPEEDS[SPEEDS.indexOf(speed.value) + by] ?? speed.value
    },
    /** Round and round, for a single button. */
    nextSpeed(): void {
      speed.value = SPEEDS[(SPEEDS.indexOf(speed.value) + 1) % SPEEDS.length] ?? 1
    },
  }
  effect(() => keeper.write(JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value])))))
  return prefs
}

function readKept(keeper: Keeper): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(keeper.read() ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}
