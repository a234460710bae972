/** What the learner chose for good: kept on this device, never sent to the LMS. */
import { effect, signal } from '@preact/signals'
import type { Settings } from '../../model/settings'

/** Where they are kept. Both may fail quietly: a frame may have no storage. */
export interface Keeper {
  read(): string | null
  write(text: string): void
}

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
export type Theme = Settings['theme']

export type Preferences = ReturnType<typeof createPreferences>

export function createPreferences(keeper: Keeper, settings: Pick<Settings, 'theme'>) {
  const kept = readKept(keeper)
  const captions = signal(kept.captions !== false)
  const sound = signal(kept.sound !== false)
  const speed = signal(SPEEDS.find((s) => s === kept.speed) ?? 1)
  const theme = signal<Theme>(kept.theme === 'light' || kept.theme === 'dark' || kept.theme === 'system' ? kept.theme : settings.theme)
  effect(() => keeper.write(JSON.stringify({ captions: captions.value, sound: sound.value, speed: speed.value, theme: theme.value })))
  return {
    captions,
    sound,
    speed,
    theme,
    /** To the next speed up or down; past the end it stays. */
    faster(by: 1 | -1): void {
      speed.value = SPEEDS[SPEEDS.indexOf(speed.value) + by] ?? speed.value
    },
    /** Round and round, for a single button. */
    nextSpeed(): void {
      speed.value = SPEEDS[(SPEEDS.indexOf(speed.value) + 1) % SPEEDS.length] ?? 1
    },
  }
}

function readKept(keeper: Keeper): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(keeper.read() ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}
