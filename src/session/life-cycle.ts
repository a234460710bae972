/**
 * The end of a page, without `unload` (lms-hosts §0 rule 1): browsers refuse it in frames, phones never fire it, and it shuts the back/forward
 * cache. Hidden may be the last a page ever hears, so that is when to commit; `pagehide` is the end unless the page is kept.
 *
 * Listeners of `window` are heard in the order they came: a player with something left to save listens before the session opens.
 */
import type { Page } from './page'

export interface LifeCycle {
  /** Out of sight: commit, and go on. */
  hidden(): void
  /** Put into the back/forward cache: commit, stop the clock, do not terminate. */
  frozen(): void
  /** Back from it. */
  thawed(): void
  /** Gone for good: everything, synchronously, now. */
  gone(): void
}

/** Returns the way to stop. */
export const watchLife = (page: Page, life: LifeCycle): (() => void) => {
  const onVisibility = () => {
    if (page.document.visibilityState === 'hidden') life.hidden()
  }
  const onHide = (event: Event) => ((event as PageTransitionEvent).persisted ? life.frozen() : life.gone())
  const onShow = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) life.thawed()
  }
  page.document.addEventListener('visibilitychange', onVisibility)
  page.addEventListener('pagehide', onHide)
  page.addEventListener('pageshow', onShow)
  return () => {
    page.document.removeEventListener('visibilitychange', onVisibility)
    page.removeEventListener('pagehide', onHide)
    page.removeEventListener('pageshow', onShow)
  }
}
