/** What stands on a code stage after each direction, before anybody knows how wide it is. */
import type { Run } from '../../../src/model/scene'
import type { Call, StageBlock } from '../../compile/tree'
import type { Cue } from '../director'
import { runsOf } from '../text'
import { STATES } from '../vocabulary'
import { rangeOf, sourceOf, type CodeLine } from './content'
import { keptLines } from './diff'

/** A line as one thing, whatever its number: a morph keeps it, and it moves. */
export interface Line {
  readonly index: number
  readonly line: CodeLine
  /** Typed in: each run appears by itself. */
  readonly typed: boolean
}
export interface Note {
  readonly runs: readonly Run[]
  readonly sign: 'tick' | 'cross' | null
}
/** One moment: what holds from a direction on. */
export interface View {
  readonly cue: Cue | null
  readonly version: string
  readonly dated: string | null
  /** Lines from top to bottom, those that wait to be typed included. */
  readonly order: readonly number[]
  readonly waiting: ReadonlySet<number>
  /** Null: nothing is lit, all is in ink. */
  readonly lit: ReadonlySet<number> | null
  /** A lit line lies on a band; one in focus does not. */
  readonly band: boolean
  readonly notes: ReadonlyMap<number, Note>
  /** What the direction speaks of: where there is not room for all, this is in sight. */
  readonly spoken: ReadonlySet<number>
}
export interface Plan {
  readonly lines: readonly Line[]
  readonly views: readonly View[]
  /** Directions that name lines which are not on the stage then. */
  readonly amiss: readonly { readonly cue: Cue; readonly found: string; readonly has: string }[]
}

export function planOf(stage: StageBlock, cues: readonly Cue[], call: Call): Plan {
  const source = sourceOf(stage)
  const lines: Line[] = []
  const amiss: { readonly cue: Cue; readonly found: string; readonly has: string }[] = []
  const first = source.versions[0]
  if (!first) return { lines, views: [], amiss }
  const mine = cues.filter((c) => c.direction.targets.some((t) => t.stage === stage.name))
  const morphs = mine.filter((c) => newVersion(c) !== null)
  const coming = (after: number): readonly Cue[] => {
    const from = morphs[after - 1]
    const to = morphs[after]
    const within = mine.slice(from ? mine.indexOf(from) + 1 : 0, to ? mine.indexOf(to) : undefined)
    return within.filter((c) => c.direction.verb === 'type' || c.direction.verb === 'show')
  }
  const typedIn = (later: readonly Cue[], number: number): boolean =>
    later.some((c) => c.direction.verb === 'type' && numbersOf(c, stage.name).some(([from, to]) => number >= from && number <= to))
  const enter = (line: CodeLine, typed: boolean): number => lines.push({ index: lines.length, line, typed }) - 1

  let later = coming(0)
  const initial = first.lines.map((line, i) => enter(line, typedIn(later, i + 1)))
  let view: View = {
    cue: null,
    version: first.id,
    dated: first.dated,
    order: initial,
    waiting: waitingIn(initial, later),
    lit: null,
    band: false,
    notes: new Map(),
    spoken: new Set(),
  }
  const views: View[] = [view]
  let turn = 0
  for (const cue of mine) {
    const to = newVersion(cue)
    if (to === null) {
      view = step(view, cue)
    } else {
      const [from = '', next] = [view.version, source.versions.find((v) => v.id === to)]
      const left = cue.direction.targets[0]?.name ?? ''
      if (left !== from) amiss.push({ cue, found: `\`${left}\``, has: `\`${from}\`` })
      if (!next) {
        amiss.push({ cue, found: `\`${to}\``, has: source.versions.map((v) => v.id).join(', ') })
        continue
      }
      later = coming(++turn)
      const kept = keptLines(
        view.order.map((i) => lines[i]?.line.text ?? ''),
        next.lines.map((l) => l.text),
      )
      const before = view
      const order = next.lines.map((line, i) => {
        const stays = kept.get(i)
        return (stays === undefined ? undefined : before.order[stays]) ?? enter(line, typedIn(later, i + 1))
      })
      const notes = new Map([...view.notes].filter(([i]) => order.includes(i)))
      const spoken = new Set(order.filter((i) => !before.order.includes(i)))
      view = {
        ...view,
        cue,
        version: next.id,
        dated: next.dated,
        order,
        waiting: waitingIn(order, later),
        lit: null,
        band: false,
        notes,
        spoken,
      }
    }
    views.push(view)
  }
  return { lines, views, amiss }

  function newVersion({ direction: { verb, targets } }: Cue): string | null {
    const [from, to] = targets
    return verb === 'morph' && from?.stage === stage.name && to?.stage === stage.name ? to.name : null
  }

  function waitingIn(order: readonly number[], cues: readonly Cue[]): ReadonlySet<number> {
    return new Set(cues.flatMap((c) => numbersOf(c, stage.name).flatMap(([from, to]) => (from === 0 ? order : order.slice(from - 1, to)))))
  }

  function step(now: View, cue: Cue): View {
    const { verb, args } = cue.direction
    const ranges = numbersOf(cue, stage.name)
    const outside = ranges.find(([, to]) => to > now.order.length)
    if (outside) amiss.push({ cue, found: `line ${outside[1]}`, has: `${now.order.length} ${now.order.length === 1 ? 'line' : 'lines'}` })
    const named = new Set(ranges.flatMap(([from, to]) => (from === 0 ? now.order : now.order.slice(from - 1, to))))
    const whole = ranges.every(([from]) => from === 0)
    const next = { ...now, cue, spoken: named }
    switch (verb) {
      case 'lines':
      case 'focus':
      case 'zoom':
        return { ...next, lit: whole ? null : named, band: verb === 'lines' && !whole }
      case 'type':
      case 'show':
        return { ...next, waiting: new Set([...now.waiting].filter((i) => !named.has(i))) }
      case 'label':
      case 'set':
        return { ...next, notes: noted(now.notes, [...named].at(-1), args) }
      case 'mark':
        return next
      default:
        return { ...now, cue }
    }
  }

  function noted(notes: View['notes'], line: number | undefined, args: Cue['direction']['args']): View['notes'] {
    if (line === undefined) return notes
    const sign = typeof args.state === 'string' ? (STATES.get(args.state)?.sign ?? null) : null
    const text = typeof args.text === 'string' ? args.text : typeof args.state === 'string' ? `\`${args.state}\`` : ''
    const rest = [...notes].filter(([i]) => i !== line)
    return new Map(text ? [...rest, [line, { runs: runsOf(text, call), sign }]] : rest)
  }
}

/** The lines a direction names, first and last, from 1; `[0, 0]` for the whole stage. */
export function numbersOf({ direction }: Cue, stage: string): readonly (readonly [number, number])[] {
  const { from, to } = direction.args
  if (direction.verb === 'lines' && typeof from === 'string') return [[Number(from), Number(typeof to === 'string' ? to : from)]]
  return direction.targets.filter((t) => t.stage === stage).map((t) => rangeOf(t.name) ?? ([0, 0] as const))
}
