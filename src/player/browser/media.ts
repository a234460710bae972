import { signal, type ReadonlySignal } from '@preact/signals'

/** Whether a media query matches, kept up to date. */
export function matches(window: Window, query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia?.(query)
  const now = signal(list?.matches ?? false)
  list?.addEventListener?.('change', (event) => void (now.value = event.matches))
  return now
}
