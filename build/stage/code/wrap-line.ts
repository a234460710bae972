/** Breaks a line of code into rows where a programmer would break it. */
import type { Run } from '../../../src/model/scene'

export interface Row {
  /** Columns before the first character. */
  readonly indent: number
  readonly runs: readonly Run[]
  readonly text: string
}

/** A row holds `columns` characters. Null where a word is longer than what is left for it. */
export function wrapLine(runs: readonly Run[], columns: number): readonly Row[] | null {
  const text = runs.map((r) => r.t).join('')
  const indent = text.length - text.trimStart().length
  const hang = indent + (columns > 50 ? 4 : 2)
  const rows: Row[] = []
  let from = indent
  while (from < text.length) {
    const at = rows.length ? hang : indent
    const room = columns - at
    const end = text.length - from <= room ? text.length : breakBefore(text, from, room)
    if (end === null) return null
    rows.push({ indent: at, ...slice(runs, text, from, end) })
    from = end
    while (text[from] === ' ') from++
  }
  return rows.length ? rows : [{ indent: 0, runs: [], text: '' }]
}

/** The best place to begin the next row: late, but rather after a comma or bracket than within an expression. */
function breakBefore(text: string, from: number, room: number): number | null {
  let best: number | null = null
  let most = 0
  for (let i = from + 1; i <= from + room && i < text.length; i++) {
    // A row of two or three characters is no row.
    const rank = text.length - i > 3 ? rankOf(text, i) : 0
    const score = rank && i - from + rank * room * 0.18
    if (rank && score > most) [best, most] = [i, score]
  }
  return best
}

function rankOf(text: string, i: number): 0 | 1 | 2 | 3 {
  const [before = '', here = ''] = [text[i - 1], text[i]]
  if (here === ' ' || /[)\]},;]/.test(here)) return 0
  if (before === ' ')
    return /[,({[]/.test(text[i - 2] ?? '') || /^(?:=>|&&|\|\||[+?:])/.test(text.slice(i)) ? 3 : /[=>|&+?:]/.test(text[i - 2] ?? '') ? 2 : 1
  if (/[({[]/.test(before)) return 2
  return here === '.' && /[\w)\]]/.test(before) && !/\d/.test(text[i + 1] ?? '') ? 2 : 0
}

/** The runs between two places. Blanks that SVG would join are no-break ones. */
function slice(runs: readonly Run[], text: string, from: number, end: number): { readonly runs: readonly Run[]; readonly text: string } {
  const to = from + text.slice(from, end).trimEnd().length
  const kept = text.slice(0, to).replace(/ (?= )/g, '\u00a0')
  const out: Run[] = []
  let at = 0
  for (const run of runs) {
    const t = kept.slice(Math.max(at, from), Math.min(at + run.t.length, to))
    at += run.t.length
    if (t && at > from) out.push(run.c ? { t, c: run.c } : { t })
  }
  return { runs: out, text: kept.slice(from, to) }
}
