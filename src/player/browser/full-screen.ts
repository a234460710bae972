import { signal } from '@preact/signals'
import type { FullScreen } from '../models/full-screen'

/** Null where this frame may not fill the screen: the LMS has to allow it, and some devices have none. */
export function browserFullScreen({ document }: Window): FullScreen | null {
  if (!document.fullscreenEnabled) return null
  const on = signal(false)
  document.addEventListener('fullscreenchange', () => void (on.value = document.fullscreenElement !== null))
  const refused = (): void => undefined
  return {
    on,
    toggle: () => void (on.value ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(refused),
  }
}
