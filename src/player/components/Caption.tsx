import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Measure } from '../models/cues'
import { cueAt } from '../models/cues'
import { captionWords, type Word } from './caption-words'
import { usePlayer } from './context'

/** What is said, in cues of constant height. The word being spoken is underlined, never bolder; what is to come is soft. */
export function Caption() {
  const { player, its } = usePlayer()
  const { playback, cues, speaking, measure, captioned, prefs } = player
  const size = prefs.captionSize.value
  const line = useRef<HTMLParagraphElement>(null)

  useLayoutEffect(() => {
    const element = line.current
    if (!element) return
    const look = (): void => {
      const next = measureOf(element)
      const { width, lines } = measure.peek() ?? {}
      if (next.width !== width || next.lines !== lines) measure.value = next
    }
    measure.value = measureOf(element)
    // Before the font is there its widths are not to be trusted.
    void element.ownerDocument.fonts?.ready.then(() => void (measure.value = measureOf(element)))
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [captioned.value, size])

  if (!captioned.value) return null
  const beat = playback.beat.value
  const words = captionWords(beat, new DOMParser())
  const told = playback.word.value
  const { from, to, newLine } = cueAt(cues.value, told)
  const following = speaking.value && playback.playing.value
  const now = following ? Math.min(Math.max(told, from), to) : to
  return (
    <div class="caption">
      <p class="sr" {...its}>
        {beat.say}
      </p>
      <p class="cap" {...its} ref={line} aria-hidden="true">
        <Words words={words} from={from} to={now} newLine={newLine} />
        {now < to && (
          <>
            {now > from && (now === newLine ? <br /> : ' ')}
            <span class="said-now">
              <Words words={words} from={now} to={now + 1} newLine={null} />
            </span>
            {now + 1 === newLine ? <br /> : ' '}
            <span class="next">
              <Words words={words} from={now + 1} to={to} newLine={newLine} />
            </span>
          </>
        )}
      </p>
    </div>
  )
}

interface WordsProps {
  readonly words: readonly Word[]
  readonly from: number
  readonly to: number
  /** The word that begins a new line. */
  readonly newLine: number | null
}

function Words({ words, from, to, newLine }: WordsProps) {
  return (
    <>
      {words.slice(from, to).map((word, i) => (
        <>
          {i > 0 && (from + i === newLine ? <br /> : ' ')}
          {word.map(({ text, mark: Mark }) => (Mark ? <Mark>{text}</Mark> : text))}
        </>
      ))}
    </>
  )
}

/** Room of the caption, and how wide texts are in its type. A little is held back: lines must never spill into one more. */
function measureOf(element: HTMLElement): Measure {
  const style = getComputedStyle(element)
  const lines = Math.max(1, Math.round(Number.parseFloat(style.minHeight) / Number.parseFloat(style.lineHeight)) || 2)
  const width = (element.clientWidth || 900) * 0.97
  const size = Number.parseFloat(style.fontSize) || 20
  const context = contextOf(element.ownerDocument)
  if (!context) return { width, lines, widthOf: (text) => text.length * size * 0.52 }
  context.font = `${style.fontWeight} ${size}px ${style.fontFamily}`
  const known = new Map<string, number>()
  return {
    width,
    lines,
    widthOf(text) {
      const wide = known.get(text) ?? context.measureText(text).width
      known.set(text, wide)
      return wide
    },
  }
}

function contextOf(document: Document): CanvasRenderingContext2D | null {
  try {
    return document.createElement('canvas').getContext('2d')
  } catch {
    return null
  }
}
