import type { Page } from '../page'

/**
 * Writes, and believes it only when it can be read back. In a cross-origin frame with partitioned or blocked storage, a private window or a full disk,
 * `setItem` throws or, worse, takes everything and keeps nothing until the page is gone (what browsers allow in frames differs by browser and host).
 */
export const keeps = (page: Pick<Page, 'localStorage'>, key: string, text: string): boolean => {
  try {
    page.localStorage.setItem(key, text)
    return page.localStorage.getItem(key) === text
  } catch {
    return false
  }
}
