/** A header: rows of 32 bits, a ruler above them, a box for each field. */
import type { Cue, Direct } from '../director'
import type { Rect } from '../geometry'
import { doesNotFit } from '../messages'
import { STATES } from '../vocabulary'
import type { Content, Field } from './content'
import { gridOf, type Cell, type Grid } from './grid'
import type { Part, Picture } from './part'

export function drawHeader(job: Direct, content: Extract<Content, { form: 'header' }>, root: number, area: Rect): Picture {
  const { canvas, stage, diagnostics } = job
  const { size } = canvas
  const grid = gridOf(job, content, area)
  const rest = canvas.region({ in: root })
  ruler(job, grid, rest)
  for (const { field, room, needs } of grid.tight)
    diagnostics.add(
      doesNotFit(stage.lineOf('fields', field.id), `“${field.label}${field.value ? ` ${field.value}` : ''}” (${job.shape})`, needs, room, 'a shorter `label:` or `value:`, or `across: 16`'), // prettier-ignore
    )
  const parts = content.fields.map((field): Part => part(field, grid.cells.get(field.id) as readonly Cell[]))
  return { root, parts, rest: [rest], short: grid.bottom - (area.y + area.h) }

  function part(field: Field, cells: readonly Cell[]): Part {
    const region = canvas.region({ in: root, id: `${stage.name}.${field.id}` })
    outline(cells, region)
    const main = cells.find((c) => c.main) ?? (cells[0] as Cell)
    const { rect } = main
    const lit = canvas.box(
      { x: rect.x + 2, y: rect.y + 2, w: rect.w - 4, h: rect.h - (main.open ? 10 : 4) },
      { in: region, c: 'lit', o: 0 },
    )
    const cx = rect.x + rect.w / 2
    const written = field.value || (main.cut ? `${field.bits} bits` : '')
    const two = written !== '' && !main.inline
    // The torn edge takes a little of an open field's height.
    const base = rect.y + rect.h / 2 - (main.open ? 5 : 0) + size * 0.36
    const [up, down] = main.open ? [size * 0.55, size * 0.53] : [size * 0.6, size * 0.62]
    const labelWidth = canvas.widthOf(field.label, size, 'mid')
    const inlineWidth = labelWidth + 12 + canvas.widthOf(written, size, 'm')
    const name = main.inline
      ? canvas.label(field.label, { in: region, c: 'mid', x: cx - inlineWidth / 2, y: base })
      : canvas.label(field.label, { in: region, c: 'mid', x: cx, y: two ? base - up : base }, { anchor: 'middle' })
    let shown: readonly number[] = written ? [write(written, field.value ? 'm' : 'soft', 0)] : []
    let value = field.value
    return {
      id: field.id,
      label: field.label,
      says: field.says,
      hidden: field.hidden,
      regions: [region],
      rects: cells.map((c) => c.rect),
      marked: 'edge',
      set(cue) {
        const { state, value: next } = cue.direction.args
        if (typeof next === 'string') replace([write((value = next), 'm bold', cue.start)], cue)
        if (typeof state !== 'string') return
        canvas.key(lit, 'o', cue.start, 200, state === 'locked' ? 1 : 0)
        replace(judge(state, cue.start), cue)
      },
      count(cue) {
        const from = typeof cue.direction.args.from === 'string' ? Number(cue.direction.args.from) : Number(value)
        const to = Number(cue.direction.args.to)
        if (!Number.isFinite(from) || !Number.isFinite(to)) return
        const runs = [{ t: String(from), c: 'm bold' }]
        const node = canvas.label(
          runs,
          { in: region, x: cx, y: base + (main.inline ? 0 : down), o: 0 },
          { anchor: 'middle', format: 'number' },
        )
        canvas.key(node, 'value', cue.start, cue.end - cue.start, to)
        replace([node], cue, true)
        value = String(to)
      },
    }

    function write(text: string, c: string, at: number): number {
      const o = at ? { o: 0 } : {}
      return main.inline
        ? canvas.label(text, { in: region, c, x: cx + inlineWidth / 2, y: base, ...o }, { anchor: 'end' })
        : canvas.label(text, { in: region, c, x: cx, y: base + down, ...o }, { anchor: 'middle' })
    }
    /** The word where there is room for it, else only its sign. */
    function judge(state: string, at: number): readonly number[] {
      const { sign = null } = STATES.get(state) ?? {}
      const w = canvas.widthOf(state, size, 'm bold')
      const word = w + (sign ? 34 : 0) <= rect.w - 10
      const y = main.inline ? base : base + down
      const left = cx - (word ? w / 2 - (sign ? 17 : 0) : -8)
      const nodes = word
        ? [canvas.label(state, { in: region, c: sign === 'cross' ? 'm bold cs' : 'm bold', x: left, y, o: at ? 0 : 1 })]
        : []
      if (!sign) return nodes
      return [
        ...nodes,
        canvas.token(sign, { in: region, c: 'X', x: left - 20, y: y - size * 0.34, s: sign === 'cross' ? 0.62 : 0.95, o: 0 }),
      ]
    }
    function replace(fresh: readonly number[], cue: Cue, atOnce = false): void {
      if (!main.inline && !two) canvas.key(name, 'y', cue.start, 200, fresh.length ? base - up : base)
      for (const old of shown) canvas.key(old, 'o', cue.start, atOnce ? 0 : 150, 0)
      for (const node of fresh) canvas.key(node, 'o', cue.start + (atOnce ? 0 : 100), atOnce ? 0 : 200, 1)
      shown = fresh
    }
  }

  /** One edge around all pieces of a field; a field without an end is torn off. */
  function outline(cells: readonly Cell[], region: number): void {
    const [first, last] = [cells[0] as Cell, cells.at(-1) as Cell]
    const { x, y, w, h } = first.rect
    if (first.open) {
      const teeth = Array.from({ length: 12 }, () => `l${w / 24} -8l${w / 24} 8`).join('')
      canvas.path(`M${x} ${y + h}V${y}H${x + w}V${y + h}`, { in: region, c: 'lead' })
      return void canvas.path(`M${x} ${y + h}${teeth}`, { in: region, c: 'thin' })
    }
    if (first === last) return void canvas.box(first.rect, { in: region, c: 'key' })
    const l = last.rect
    const d = `M${x} ${y}H${x + w}V${l.y}H${l.x + l.w}V${l.y + l.h}H${l.x}V${y + h}H${x}Z`
    canvas.path(d, { in: region, c: 'key' })
  }
}

/** The first bit of every byte, and the last bit of a row. */
function ruler({ canvas }: Direct, { left, unit, across, top }: Grid, region: number): void {
  const { size } = canvas
  const y = top - size * 0.42
  for (let bit = 0; bit < across; bit += 8) {
    if (bit) canvas.label(String(bit), { in: region, c: 'soft', x: left + unit * (bit + 0.5), y }, { anchor: 'middle' })
    else canvas.label('bit 0', { in: region, c: 'soft', x: left + 4, y })
    canvas.path(`M${left + unit * bit} ${top}v-10`, { in: region, c: 'lead' })
  }
  canvas.label(String(across - 1), { in: region, c: 'soft', x: left + unit * (across - 0.5), y }, { anchor: 'middle' })
}
