/** A packet: a ticket in its sender's colour, with what it says and, where told, from whom to whom. */
import type { Run } from '../../src/model/scene'
import { ASCENT, type Canvas } from './canvas'

export interface TicketText {
  readonly text: readonly Run[]
  readonly from?: readonly Run[]
  readonly to?: readonly Run[]
  /** What `from` (or else `to`, or else the text) turns into on the way. */
  readonly becomes?: readonly Run[]
}
export interface Ticket {
  /** The region to move; its origin is the ticket's middle. */
  readonly node: number
  readonly w: number
  readonly h: number
  /** The labels that change places when the ticket is rewritten. */
  readonly before: number | null
  readonly after: number | null
}

const NOTCH = 9
const outline = (w: number, h: number, tear: number): string =>
  `M${-w / 2} ${-h / 2 + 9}q0-9 9-9h${w - 18}q9 0 9 9V${tear - NOTCH}a9 9 0 0 0 0 ${2 * NOTCH}V${h / 2 - 9}q0 9-9 9h${18 - w}q-9 0-9-9V${tear + NOTCH}a9 9 0 0 0 0-${2 * NOTCH}Z`

export function sizeOf(canvas: Canvas, text: TicketText): { readonly w: number; readonly h: number } {
  const rows = [text.from, text.to].filter((r) => r !== undefined)
  const line = canvas.size * 1.36
  const rewritten = (row: readonly Run[]) => Math.max(canvas.widthOf(row), text.becomes ? canvas.widthOf(text.becomes) : 0)
  const key = Math.max(text.from ? canvas.widthOf('from') : 0, text.to ? canvas.widthOf('to') : 0)
  const widest = Math.max(
    ...rows.map((r) => rewritten(r) + key + 22),
    rows.length ? 0 : rewritten(text.text),
    canvas.widthOf(text.text, canvas.size, 'mid'),
  )
  return { w: Math.max(120, widest + 44), h: rows.length ? rows.length * line + canvas.size * 1.25 + 32 : canvas.size * 1.25 + 24 }
}

export function drawTicket(canvas: Canvas, who: string, text: TicketText, parent: number): Ticket {
  const { w, h } = sizeOf(canvas, text)
  const rows = [
    ['from', text.from],
    ['to', text.to],
  ] as const
  const lines = rows.filter((r): r is readonly ['from' | 'to', readonly Run[]] => r[1] !== undefined)
  const line = canvas.size * 1.36
  const node = canvas.region({ in: parent, c: who, o: 0 })
  const tear = lines.length ? -h / 2 + 16 + lines.length * line : 0
  canvas.path(outline(w, h, tear), { in: node, c: 'ticket' })
  if (lines.length) canvas.path(`M${-w / 2 + 18} ${tear}H${w / 2 - 18}`, { in: node, c: 'perf' })
  let before: number | null = null
  let after: number | null = null
  const rewrite = lines[0]?.[0]
  lines.forEach(([key, runs], i) => {
    const y = -h / 2 + 8 + line * i + line * 0.5 + (canvas.size * ASCENT) / 2
    canvas.label(key, { in: node, c: 'soft', x: -w / 2 + 22, y })
    const value = canvas.label(runs, { in: node, x: w / 2 - 22, y }, { anchor: 'end' })
    if (text.becomes && key === rewrite) {
      before = value
      after = canvas.label(text.becomes, { in: node, x: w / 2 - 22, y, o: 0 }, { anchor: 'end' })
    }
  })
  const y = lines.length ? h / 2 - 14 - canvas.size * 0.18 : (canvas.size * ASCENT) / 2 - 2
  const title = canvas.label(text.text, { in: node, c: 'mid', y }, { anchor: 'middle' })
  if (text.becomes && !lines.length) {
    before = title
    after = canvas.label(text.becomes, { in: node, c: 'mid', y, o: 0 }, { anchor: 'middle' })
  }
  return { node, w, h, before, after }
}
