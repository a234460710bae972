import { useEffect, useRef } from 'preact/hooks'
import { isSeen } from '../../model/progress'
import { Article } from './Article'
import { usePlayer } from './context'
import { Modes } from './Dock'
import { Icon } from './Icon'
import { Saved } from './Saved'

/** The screen as an article. To have come to its end, by eye or by key, is to have seen it. */
export function Read() {
  const { player, t } = usePlayer()
  const { playback, module, learning, moves, eye } = player
  const article = useRef<HTMLElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const { screen } = playback.at.value
  const here = playback.screen.value
  const next = module.screens[screen + 1]

  useEffect(() => {
    const place = eye.peek() ? article.current?.querySelector<HTMLElement>(`[data-beat="${eye.peek()}"]`) : null
    place?.scrollIntoView?.()
    place?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true })
  }, [moves.value])

  // In capture, for the article scrolls by itself, or the page does where the frame is low.
  useEffect(() => {
    const document = article.current!.ownerDocument
    const look = (): void => void (eye.value = beatInSight(article.current!) ?? eye.peek())
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => document.removeEventListener('scroll', look, { capture: true })
  }, [])

  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && playback.readToEnd())
    observer.observe(end.current!)
    return () => observer.disconnect()
  }, [])

  return (
    <>
      <article class="read" ref={article} aria-label={here.title}>
        <Article screen={here} />
        <div class="read-end" ref={end}>
          {!player.lookup.value && (
            <button
              type="button"
              class="primary"
              onClick={() => {
                playback.readToEnd()
                player.stepScreen(1)
              }}
            >
              {next ? t.nextScreen(next.title) : module.quiz ? t.toTheQuiz : t.lastScreen}
            </button>
          )}
          {isSeen(learning.mine.value, here.id) && (
            <span class="saved">
              <Icon name="check" />
              {t.screenDone}
            </span>
          )}
        </div>
      </article>
      <footer class="dock">
        <button type="button" class="icon" aria-label={t.screenBefore} onClick={() => player.stepScreen(-1)}>
          <Icon name="prev" />
        </button>
        <span class="t" aria-label={t.screenOf(screen + 1, module.screens.length)} role="img">
          {screen + 1} / {module.screens.length}
        </span>
        <button type="button" class="icon" aria-label={t.screenAfter} onClick={() => player.stepScreen(1)}>
          <Icon name="next" />
        </button>
        <span class="tally" />
        <button type="button" class="word" onClick={() => (player.dialog.value = 'find')}>
          {t.find}
        </button>
        <button type="button" class="word" onClick={() => (player.dialog.value = 'print')}>
          {t.print}
        </button>
        <Modes />
        <Saved />
      </footer>
    </>
  )
}

/** The first beat of which a line stands below the upper edge. */
function beatInSight(article: HTMLElement): number | null {
  const edge = Math.max(0, article.getBoundingClientRect().top) + 20
  const beats = article.querySelectorAll<HTMLElement>('[data-beat]')
  const found = [...beats].find((one) => one.getBoundingClientRect().bottom > edge)
  return found ? Number(found.dataset.beat) : null
}
