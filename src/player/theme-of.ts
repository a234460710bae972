import { effect } from '@preact/signals'
import type { Settings } from '../model/settings'
import { matches } from './browser/media'

/**
 * The theme of the page: the learner's, else the admin's, else the device's. High contrast comes dark or light as the device is. Returns what
 * ends it.
 */
export function themeOf(window: Window, wanted: () => Settings['theme']): () => void {
  const dark = matches(window, '(prefers-color-scheme: dark)')
  const more = matches(window, '(prefers-contrast: more)')
  return effect(() => {
    const theme = wanted()
    const light = theme === 'system' || theme === 'contrast' ? !dark.value : theme === 'light'
    const { dataset } = window.document.documentElement
    dataset.theme = light ? 'light' : 'dark'
    dataset.contrast = theme === 'contrast' || (theme === 'system' && more.value) ? 'more' : ''
  })
}
