/** When everything happens: the same wide and tall, with sound and without (design §4, “Time”). */
import type { Direction, LinkedBeat } from '../compile/tree'

export const WORD = 400
export const BREATH = 500
/** One leg of a way: about what a packet needs across half a stage at 600 units a second. */
export const HOP = 900
export const LOSS = 350
/** Typing a line of code: what is typed has to be read. */
const LINE_TYPED = 800

const still: Readonly<Record<string, number>> = {
  enter: 400, exit: 400, show: 400, link: 600, unlink: 400, set: 300, label: 300, focus: 300, zoom: 700, move: 700, count: 600, mark: 300,
  goto: 500, lines: 300, morph: 800,
} // prettier-ignore

/** `2s`, `1.5s` or `250ms` in milliseconds; undefined where it is none of these. */
export function milliseconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s)$/.exec(text.trim())
  return match ? Number(match[1]) * (match[2] === 's' ? 1000 : 1) : undefined
}

/** How many lines of code a name stands for: `3-5` is three; a whole stage counts as two. */
const linesIn = (name: string): number => {
  const match = /^(\d+)(?:-(\d+))?$/.exec(name)
  return match ? Number(match[2] ?? match[1]) - Number(match[1]) + 1 : 2
}

/** How long a direction takes, in nominal milliseconds. */
export function durationOf(direction: Direction): number {
  const over = direction.args.over
  const told = typeof over === 'string' ? milliseconds(over) : undefined
  if (told !== undefined) return told
  if (direction.verb === 'send') {
    const lost = direction.args.lost
    const names = direction.targets.map((t) => t.name)
    const hops = typeof lost === 'string' && names.includes(lost) ? names.indexOf(lost) : names.length - 1
    const slow = direction.args.slow ? 2 : 1
    return Math.max(1, hops) * HOP * slow + (lost ? LOSS : 0)
  }
  if (direction.verb === 'type') return LINE_TYPED * direction.targets.reduce((sum, t) => sum + linesIn(t.name), 0)
  return still[direction.verb] ?? 300
}

export interface TimedBeat {
  readonly start: number
  readonly lead: number
  readonly length: number
  readonly moves: readonly (readonly [number, number])[]
  readonly cues: readonly { readonly direction: Direction; readonly start: number; readonly end: number }[]
}

/**
 * Directions run one after another from the word each names; `with` joins the one before. Holds that stand first are
 * silence before the words, others after them. What overflows lengthens the beat.
 */
export function timeBeat(beat: LinkedBeat, start: number, lasts: (direction: Direction) => number = durationOf): TimedBeat {
  const firstMove = beat.directions.findIndex((d) => d.verb !== 'hold')
  const holds = (from: number, to?: number) => beat.directions.slice(from, to).reduce((sum, d) => sum + (d.verb === 'hold' ? d.hold : 0), 0)
  const lead = firstMove < 0 ? 0 : holds(0, firstMove)
  const tail = firstMove < 0 ? holds(0) : holds(firstMove)
  const speech = start + lead
  let cursor = speech
  let previous = speech
  const cues = beat.directions
    .filter((d) => d.verb !== 'hold')
    .map((direction) => {
      const said = direction.word === null ? speech : speech + direction.word * WORD
      const begin = direction.with ? Math.max(previous, direction.word === null ? 0 : said) : Math.max(cursor, said)
      const end = begin + lasts(direction)
      previous = begin
      cursor = Math.max(cursor, end)
      return { direction, start: begin, end }
    })
  const length = Math.max(speech + beat.words.length * WORD, cursor) - start + BREATH + tail
  return { start, lead, length, moves: merge(cues.map((c) => [c.start, c.end])), cues }
}

function merge(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const out: [number, number][] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}
