/** Rows of bytes, column under column: hashes to compare, dumps to read. */
import type { Cue, Direct } from '../director'
import type { Rect } from '../geometry'
import { STATES } from '../vocabulary'
import { bytesOf, type ByteRow, type ByteString, type Content } from './content'
import type { Part, Picture } from './part'
import { rowHeights } from './row-heights'

const EMPTY: ByteString = { bytes: [], colour: '', attacker: false }

export function drawRows(job: Direct, content: Extract<Content, { form: 'rows' }>, root: number, area: Rect): Picture {
  const { canvas, stage, cues, call, shape } = job
  const { size } = canvas
  const { rows } = content
  const shown = (row: ByteRow, source = row.source): ByteString => {
    const all = bytesOf(source, call) ?? EMPTY
    return row.first ? { ...all, bytes: all.bytes.slice(0, row.first) } : all
  }
  const counted = cues.find((c) => c.direction.verb === 'count')
  const compared = counted !== undefined && rows.length > 1
  const tall = shape === 'tall'
  const named = Math.max(...rows.map((r) => canvas.widthOf(r.label, size, 'mid')))
  const most = Math.max(...rows.map((r) => shown(r).bytes.length))
  const total = Math.max(...rows.map((r) => (r.first ? (bytesOf(r.source, call)?.bytes.length ?? 0) : 0)))
  const of = total ? `of ${total}` : ''
  const aside = tall ? 0 : Math.min(named, area.w * 0.36) + 36
  const behind = of ? canvas.widthOf(of) + 20 : 0
  const room = area.w - aside - behind
  const ticked = rows.some((r) => shown(r).attacker) || cues.some((c) => c.direction.verb === 'set')
  const fit = [size + 6, size + 2, size].map(fitted).find((f) => f.total <= area.h && (f.wide || f.type === size)) ?? fitted(size)
  const { type, across, step, chunks, index, line: lineH, sign: signH, label: labels, ticks, gap, total: wanted } = fit
  const rowH = (chunk: number): number => lineH + (chunk === 0 ? labels : 0)
  const stretch = Math.max(0, Math.min((area.h - wanted) / (rows.length * chunks + 1), size * 0.9))
  const top = area.y + Math.max(0, (area.h - wanted - stretch * (rows.length * chunks)) / 2)
  const left = area.x + (tall ? (room - step * across) / 2 : aside)
  const ys = new Map<string, number>()
  let y = top + index
  for (let chunk = 0; chunk < chunks; chunk++)
    rows.forEach((row, r) => {
      if (chunk === 0) ys.set(`${row.id} label`, y + (tall ? size : lineH * 0.5 + size * 0.36))
      ys.set(`${row.id} ${chunk}`, y + (chunk === 0 ? labels : 0) + lineH * 0.5 + type * 0.36)
      y += rowH(chunk) + ticks + gap + stretch
      if (r === 0 && compared) {
        y += signH
      }
    })
  // A sign stands half-way between the bytes it compares.
  const signs = Array.from({ length: compared ? chunks : 0 }, (_, chunk) => {
    const [a, b] = rows.map((r) => ys.get(`${r.id} ${chunk}`) as number)
    const lower = tall && chunk === 0 ? (ys.get(`${rows[1]?.id ?? ''} label`) as number) : (b as number)
    return ((a as number) + lower) / 2
  })
  const rest = canvas.region({ in: root })
  if (index) {
    for (let i = 0; i < most; i++) canvas.label(String(i + 1), { in: rest, c: 'soft', x: columnX(i), y: top + size }, { anchor: 'middle' })
    canvas.label(of, { in: rest, c: 'soft', x: area.x + area.w, y: top + size }, { anchor: 'end' })
    if (!tall) canvas.label('byte', { in: rest, c: 'soft', x: area.x, y: top + size })
  }
  const now = new Map(rows.map((row) => [row.id, shown(row)]))
  let verdicts: readonly number[] = []
  let isCompared = false
  const parts = rows.map(part)
  return { root, parts, rest: [rest], short: y - gap - stretch - (area.y + area.h), whole: (cue) => void (cue.direction.verb === 'count' && compare(cue.start, cue.end - cue.start)) } // prettier-ignore

  /** As many columns as the room has, a power of two of them where not all. */
  function fitted(type: number) {
    const em = canvas.widthOf('00', type, 'm bold')
    const across = most * em * 1.45 <= room ? most : ([32, 16, 8, 4].find((n) => n * em * 1.45 <= room) ?? 4)
    const chunks = Math.max(1, Math.ceil(most / across))
    const form = { rows: rows.length, chunks, tall, indexed: total > 0 && chunks === 1, compared, ticked }
    const wide = em * 1.7 * Math.min(most, 8) <= room
    return { type, across, chunks, wide, step: Math.min(room / across, type * 3.4), ...rowHeights(size, type, form) }
  }

  function columnX(i: number): number {
    return left + step * ((i % across) + 0.5)
  }

  function part(row: ByteRow): Part {
    const region = canvas.region({ in: root, id: `${stage.name}.${row.id}` })
    const labelY = ys.get(`${row.id} label`) as number
    const lines = tall ? [row.label] : canvas.wrap(row.label, aside - 30, size, 'mid')
    lines.forEach((line, i) =>
      canvas.label(line, { in: region, c: 'mid', x: area.x, y: labelY + (i - (lines.length - 1) / 2) * size * 1.16 }),
    )
    let nodes = write(row, shown(row), region, 0)
    let verdict: number | null = null
    const rects = Array.from({ length: Math.max(1, Math.ceil(shown(row).bytes.length / across)) }, (_, c): Rect => {
      const n = Math.min(across, shown(row).bytes.length - c * across)
      return { x: left, y: (ys.get(`${row.id} ${c}`) as number) - type * 0.9, w: step * n, h: type * 1.32 }
    })
    return {
      id: row.id,
      label: row.label,
      says: row.says,
      hidden: row.hidden,
      regions: [region],
      rects,
      marked: 'line',
      set(cue) {
        const { state } = cue.direction.args
        const source = cue.direction.args.hash ?? cue.direction.args.hex
        if (typeof source === 'string') {
          const next = shown(row, source)
          for (const old of nodes) canvas.key(old, 'o', cue.start, 150, 0)
          nodes = write(row, next, region, cue.start)
          for (const fresh of nodes) canvas.key(fresh, 'o', cue.start + 100, 200, 1)
          now.set(row.id, next)
          if (isCompared) compare(cue.start + 100, 0)
        }
        if (typeof state === 'string') judge(state, cue)
      },
    }

    function judge(state: string, cue: Cue): void {
      const { sign = null } = STATES.get(state) ?? {}
      if (verdict !== null) canvas.key(verdict, 'o', cue.start, 150, 0)
      const group = canvas.region({ in: region, o: 0 })
      verdict = group
      canvas.key(group, 'o', cue.start, 200, 1)
      const w = canvas.widthOf(state, size, 'm bold') + (sign ? 36 : 0)
      const x = tall ? area.x + area.w - w : area.x
      const y = tall ? labelY : labelY + size * (0.66 + lines.length * 0.58)
      if (sign) canvas.token(sign, { in: group, c: 'X', x: x + 12, y: y - size * 0.34, s: sign === 'cross' ? 0.7 : 1 })
      canvas.label(state, { in: group, c: sign === 'cross' ? 'm bold cs' : 'm bold', x: x + (sign ? 36 : 0), y })
    }
  }

  function write(row: ByteRow, { bytes, colour, attacker }: ByteString, region: number, at: number): readonly number[] {
    const o = at ? { o: 0 } : {}
    return bytes.flatMap((byte, i) => {
      const y = ys.get(`${row.id} ${Math.floor(i / across)}`) as number
      const label = canvas.label(
        byte,
        { in: region, c: `m bold ${colour}`.trim(), x: columnX(i), y, ...o },
        { size: type, anchor: 'middle' },
      )
      // What is Mallory's is hatched.
      return attacker ? [label, canvas.path('M-18 8l7-9M-8 8l7-9M2 8l7-9M12 8l7-9', { in: region, c: 'lead', x: columnX(i), y: y + 12, ...o })] : [label] // prettier-ignore
    })
  }

  /** Lays the first two rows over each other; each byte gets its sign as it is reached. */
  function compare(at: number, over: number): void {
    const [a, b] = rows.map((r) => now.get(r.id)?.bytes ?? [])
    if (!a || !b) return
    for (const old of verdicts) canvas.key(old, 'o', at, over ? 0 : 150, 0)
    isCompared = true
    verdicts = a.slice(0, b.length).map((byte, i) => {
      const same = byte === b[i]
      const node = canvas.label(same ? '=' : '≠', { in: root, c: same ? 'bold' : 'bold cs', x: columnX(i), y: signs[Math.floor(i / across)] as number, o: 0 }, { size: type, anchor: 'middle' }) // prettier-ignore
      canvas.key(node, 'o', at + (over * (i + 0.5)) / a.length, 120, 1)
      return node
    })
  }
}
