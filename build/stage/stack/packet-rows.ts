/** A packet layer by layer: what it consists of as it leaves each one. */
import type { Run } from '../../../src/model/scene'
import type { Call } from '../../compile/tree'
import type { Canvas } from '../canvas'
import type { Cue } from '../director'
import { plainOf, runsOf } from '../text'
import type { Layer, Leg } from './layers'

export interface Piece {
  readonly runs: readonly Run[]
  /** The layer that added it; null for what is carried. */
  readonly layer: string | null
  /** Added by the layer of this very row. */
  readonly fresh: boolean
}
export interface Row {
  readonly layer: Layer
  readonly pieces: readonly Piece[]
  /** Index of what is carried: the piece that stays in its place from row to row. */
  readonly core: number
  /** Length in bytes so far, 0 where none is told. */
  readonly bytes: number
}

const PAD = 20

/** In the order in which they come about: going down a packet grows, going up it shrinks. */
export function rowsOf(legs: readonly Leg[], cue: Cue, call: Call): readonly Row[] {
  const leg = legs[0]
  if (!leg) return []
  const downward = leg.down ? leg.layers : [...leg.layers].reverse()
  const told = cue.direction.args.text
  const [source] = downward
  const carried = typeof told === 'string' ? told : source?.adds || 'data'
  let front: readonly Piece[] = []
  let back: readonly Piece[] = []
  let bytes = 0
  const rows: Row[] = []
  for (const layer of downward) {
    const isSource = layer === source
    bytes += layer.bytes
    if (!isSource && !layer.adds) continue
    front = front.map(stale)
    back = back.map(stale)
    if (!isSource) {
      const piece: Piece = { runs: runsOf(layer.adds, call), layer: layer.id, fresh: true }
      if (layer.tail) back = [...back, piece]
      else front = [piece, ...front]
    }
    rows.push({
      layer,
      pieces: [...front, { runs: runsOf(carried, call), layer: null, fresh: isSource }, ...back],
      core: front.length,
      bytes,
    })
  }
  return leg.down ? rows : [...rows].reverse()
}

const stale = (piece: Piece): Piece => ({ ...piece, fresh: false })

export const widthOfPiece = (canvas: Canvas, piece: Piece): number => Math.max(44, canvas.widthOf(piece.runs, canvas.size, 'mid') + PAD)
export const widthOfRow = (canvas: Canvas, row: Row): number =>
  row.pieces.reduce((sum, p) => sum + widthOfPiece(canvas, p), 0) + (row.bytes ? canvas.widthOf(bytesOf(row)) + 16 : 0)
export const bytesOf = (row: Row): string => `${row.bytes} bytes`
export const textOf = (row: Row): string => row.pieces.map((p) => plainOf(p.runs)).join(' ')
