/**
 * Captions in pages: a cue holds what fits two lines (three on phones) and ends, where it can, at the end of a sentence, else
 * at a comma, else where the line is full. Returns the index of the first word of every cue but the first.
 */
export interface Measure {
  /** Of one line, in the same unit as `widthOf`. */
  readonly width: number
  readonly lines: number
  /** Of one word, or of the space between two: a line is their sum, for it is asked at the turn of every beat. */
  widthOf(text: string): number
}

/** The last word of a sentence. */
const SENTENCE = /[.?!…][”’)]*$/

export function cueBreaks(words: readonly string[], measure: Measure): readonly number[] {
  const breaks: number[] = []
  let from = 0
  while (from < words.length) {
    const fits = fitting(words, from, measure)
    if (fits >= words.length) break
    from = bestBreak(words, from, fits)
    breaks.push(from)
  }
  return breaks
}

export interface Cue {
  readonly from: number
  readonly to: number
  /** The word that begins a new line, where a sentence ends before it. */
  readonly newLine: number | null
}

/** All cues of a beat. Without a measure there is one, and the page breaks its lines. */
export function cuesOf(words: readonly string[], measure: Measure | null): readonly Cue[] {
  if (!measure) return [{ from: 0, to: words.length, newLine: null }]
  const starts = [0, ...cueBreaks(words, measure)]
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? words.length
    return { from, to, newLine: lineBreak(words, from, to, measure) }
  })
}

/** The cue that a word stands in; past the end, the last. */
export const cueAt = (cues: readonly Cue[], word: number): Cue => cues.find(({ to }) => word < to) ?? cues.at(-1)!

/** How many words, counted from the start of the beat, fill the lines of one cue. At least one: a cue is never empty. */
function fitting(words: readonly string[], from: number, measure: Measure): number {
  const fill = filling(measure)
  for (let i = from; i < words.length; i++) if (fill(words[i]!) > measure.lines) return Math.max(i, from + 1)
  return words.length
}

/** A sentence that fills at least a third of the cue is worth ending it; then half a cue of clause; else as much as fits. */
function bestBreak(words: readonly string[], from: number, fits: number): number {
  const last = (end: RegExp, least: number): number => {
    for (let i = fits; i > from + least; i--) if (end.test(words[i - 1]!)) return i
    return 0
  }
  const room = fits - from
  // What would leave a word or two alone is divided evenly instead.
  const even = words.length - fits < room / 3 ? from + Math.ceil((words.length - from) / 2) : fits
  return last(SENTENCE, room / 3) || last(/[,;:–][”’)]*$/, room / 2) || even
}

/**
 * Where a cue of several sentences breaks its line: the index of the word that begins the new line, if the sentences before and after
 * then still fit. Of several such places the one that divides most evenly.
 */
export function lineBreak(words: readonly string[], from: number, to: number, measure: Measure): number | null {
  const all = linesOf(words.slice(from, to), measure)
  if (all < 2) return null
  let best: number | null = null
  for (let i = from + 1; i < to; i++) {
    if (!SENTENCE.test(words[i - 1]!)) continue
    if (linesOf(words.slice(from, i), measure) + linesOf(words.slice(i, to), measure) > measure.lines) continue
    const unevenness = (at: number) => Math.abs(at - (from + to) / 2)
    if (best === null || unevenness(i) < unevenness(best)) best = i
  }
  return best
}

/** How many lines these words fill. */
const linesOf = (words: readonly string[], measure: Measure): number => words.map(filling(measure)).at(-1) ?? 0

/** Takes one word after the other, and says how many lines are begun with it. */
function filling({ width, widthOf }: Measure): (word: string) => number {
  const space = widthOf(' ')
  let lines = 0
  let used = 0
  return (word) => {
    const wide = widthOf(word)
    if (lines && used + space + wide <= width) used += space + wide
    else {
      lines++
      used = wide
    }
    return lines
  }
}
