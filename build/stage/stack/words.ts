/** What is ever written in a layer, and how many lines that takes in a brick of some width. */
import type { Direct } from '../director'
import { runsOf } from '../text'
import { STATES } from '../vocabulary'
import type { Host, Layer } from './layers'

/** Room for a layer's piece of line at its left. */
export const SAMPLE = 62
export const LINE = 1.16

/** Its own note and every one that a direction writes there: what may stand counts as much as what stands. */
export function notesOf({ cues, stage }: Direct, layer: Layer, host: Host): readonly string[] {
  const mine = ({ name, part, stage: on }: (typeof cues)[0]['direction']['targets'][0]): boolean =>
    on === stage.name && (name === layer.id || (host.id !== '' && name === host.id && (part === layer.id || part === '')))
  const later = cues.flatMap(({ direction: { verb, targets, args } }) => {
    if (!targets.some(mine)) return []
    if (verb === 'label' && typeof args.text === 'string') return [args.text]
    return verb === 'set' && typeof args.state === 'string' ? [args.state] : []
  })
  return [layer.note, ...later].filter(Boolean)
}

export interface Words {
  readonly lines: readonly string[]
  readonly notes: readonly string[]
  /** Lines of the longest note. */
  readonly deep: number
  readonly widest: number
  /** How wide a line of a note may be. */
  readonly room: number
  readonly sample: number
}

export function wordsOf(job: Direct, layer: Layer, host: Host, width: number): Words {
  const { canvas } = job
  const { size } = canvas
  const natural = canvas.widthOf(layer.label, size, 'mid')
  const sample = layer.is && natural + 2 * SAMPLE + 16 <= width ? SAMPLE : 0
  const lines = canvas.wrap(layer.label, width - 20 - 2 * sample, size, 'mid')
  const notes = notesOf(job, layer, host)
  const widths = notes.map((n) => canvas.widthOf(runsOf(n, job.call), size, 'mid') + (STATES.get(n)?.sign ? 40 : 0))
  const room = width - 16 - 2 * sample
  const deep = Math.max(0, ...notes.map((n) => canvas.wrap(n, room, size, 'mid').length))
  return { lines, notes, deep, room, widest: Math.max(0, ...widths), sample }
}
