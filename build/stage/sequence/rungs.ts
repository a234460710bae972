/** What a ladder is made of, from top to bottom: messages, notes on a lifeline, standing connections. */
import type { LineCode, Run } from '../../../src/model/scene'
import type { Call } from '../../compile/tree'
import type { Canvas } from '../canvas'
import type { Cue } from '../director'
import { runsOf } from '../text'
import { lineCodeOf } from '../vocabulary'
import type { Lane } from './lanes'

export interface Rung {
  readonly cue: Cue
  readonly kind: 'message' | 'note' | 'band'
  readonly lanes: readonly Lane[]
  /** Lines of text above the line (or of the note). */
  readonly text: readonly (readonly Run[])[]
  /** Small lines below it: addresses, the reason of a loss. */
  readonly below: readonly (readonly Run[])[]
  readonly after: readonly Run[] | null
  /** What it becomes stands in a line of its own, where both would not fit beside each other. */
  readonly stepped: boolean
  readonly line: LineCode
  readonly lost: boolean
  readonly slow: boolean
  readonly sign: 'tick' | 'cross' | null
  /** A shape above the words of a note: what is shown is seen, not only named. */
  readonly shape: 'certificate' | null
  readonly height: number
}

const GAP = 16
/** What a shape above a note takes. */
export const SHAPE = 72
const parts = (cue: Cue, name: string): string => cue.direction.targets.find((t) => t.name === name)?.part ?? ''

/** In order of time. `show`, `label` and `set` become notes where they happen. */
export function rungsOf(cues: readonly Cue[], lanes: readonly Lane[], call: Call, canvas: Canvas, width: number): readonly Rung[] {
  const byId = new Map(lanes.map((l) => [l.id, l]))
  return cues.flatMap((cue): Rung[] => {
    const { verb, targets, args } = cue.direction
    const on = targets.map((t) => byId.get(t.name)).filter((l): l is Lane => l !== undefined)
    if (!on.length) return []
    const text = typeof args.text === 'string' ? args.text : ''
    const base = { cue, lanes: on, below: [], after: null, stepped: false, lost: false, slow: false, sign: null, shape: null } as const
    const line = lineCodeOf(args, 'signal')
    if (verb === 'send' && on.length > 1) return [message(cue, on, text, line)]
    if (verb === 'link' && on.length > 1) return [size({ ...base, kind: 'band', text: text ? [runsOf(text, call)] : [], line })]
    if (verb === 'label' && text) return [size({ ...base, kind: 'note', text: lines(text), line })]
    if (verb === 'set' && typeof args.state === 'string') {
      const sign = ['failed', 'refused'].includes(args.state) ? 'cross' : ['succeeded', 'nominated'].includes(args.state) ? 'tick' : null
      return [size({ ...base, kind: 'note', text: [[{ t: text || args.state, c: sign === 'cross' ? 'cs' : '' }]], line, sign })]
    }
    if (verb === 'show') {
      const lane = on[0] as Lane
      const part = parts(cue, lane.id)
      const value = lane.values.get(part)
      const words = value && part !== 'fingerprint' ? runsOf(value, call) : [{ t: text || part }]
      return [size({ ...base, kind: 'note', text: [words], line, shape: part === 'certificate' ? part : null })]
    }
    return []
  })

  function message(cue: Cue, on: readonly Lane[], text: string, line: LineCode): Rung {
    const { args } = cue.direction
    const span = Math.abs((on.at(-1) as Lane).x - (on[0] as Lane).x)
    const below: (readonly Run[])[] = []
    if (typeof args.from === 'string') below.push([{ t: 'from ', c: 'soft' }, ...runsOf(args.from, call)])
    if (typeof args.to === 'string') below.push([{ t: 'to ', c: 'soft' }, ...runsOf(args.to, call)])
    if (args.lost) below.push([{ t: typeof args.why === 'string' ? args.why : 'dropped', c: 'mid cs' }])
    const room = Math.max(span - 20, Math.min(width, span * 1.6))
    const above =
      canvas.widthOf(runsOf(text, call), canvas.size, 'mid') <= room
        ? [runsOf(text, call)]
        : canvas.wrap(text, room, canvas.size, 'mid').map((l) => runsOf(l, call))
    const after = typeof args.becomes === 'string' && on.length > 2 ? runsOf(args.becomes, call) : null
    const both = after ? (canvas.widthOf(runsOf(text, call), canvas.size, 'mid') + canvas.widthOf(after, canvas.size, 'mid')) / 2 : 0
    return size({
      cue,
      kind: 'message',
      lanes: on,
      text: text ? above : [],
      below,
      after,
      stepped: both + canvas.size > span / 2,
      line,
      lost: Boolean(args.lost),
      slow: Boolean(args.slow),
      sign: null,
      shape: null,
    })
  }
  function lines(text: string): readonly (readonly Run[])[] {
    return canvas.wrap(text, Math.min(width * 0.5, 420), canvas.size).map((l) => runsOf(l, call))
  }
  function size(rung: Omit<Rung, 'height'>): Rung {
    const line = canvas.size * 1.18
    const own =
      rung.kind === 'note'
        ? rung.text.length * line + 14 + (rung.shape ? SHAPE : 0)
        : (rung.text.length + (rung.stepped ? 1 : 0)) * line + 16 + rung.below.length * line + (rung.lost ? 8 : 0) + (rung.slow ? 30 : 0)
    return { ...rung, height: own + GAP }
  }
}
