/** Lines of text: code type, long ones broken, fields of their own inside a line. */
import type { Cue, Direct } from '../director'
import type { Rect } from '../geometry'
import { STATES } from '../vocabulary'
import type { Content, Piece } from './content'
import { longerText } from './messages'
import type { Part, Picture } from './part'

const INDENT = 2
/** Between the band of lit lines and the text. */
const PAD = 18

/** A piece of a line as it is set: which characters, and where. */
interface Run {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly row: number
  readonly column: number
}

export function drawLines(job: Direct, content: Extract<Content, { form: 'text' }>, root: number, area: Rect): Picture {
  const { canvas, stage, diagnostics } = job
  const { lines, fields } = content
  const sizes = canvas.shape === 'wide' ? [30, 28, 26] : [30, 28]
  const fit = sizes.map((size) => setLines(size)).find((f) => f.rows * f.step <= area.h)
  const { size, em, step, rows, runs } = fit ?? setLines(sizes.at(-1) as number)
  const top = area.y + Math.max(0, (area.h - rows * step) / 2)
  const bands = canvas.region({ in: root })
  const regions = lines.map(() => canvas.region({ in: root }))
  const placeOf = (run: Run): Rect => ({ x: area.x + PAD + run.column * em, y: top + run.row * step, w: (run.to - run.from) * em, h: step })
  const baseline = (r: Rect): number => r.y + step / 2 + size * 0.35
  // What belongs to a field is set apart, so that the field alone can change, be marked and stay when the rest goes quiet.
  const inside = fields.filter((f) => f.line >= 0 && f.from >= 0 && !(f.from === 0 && f.to === (lines[f.line] ?? '').length))
  for (const run of runs) {
    const cuts = [run.from, ...inside.filter((f) => f.line === run.line).flatMap((f) => [f.from, f.to]), run.to]
    const at = [...new Set(cuts.filter((c) => c >= run.from && c <= run.to))].sort((a, b) => a - b)
    at.slice(1).forEach((to, i) => {
      const from = at[i] as number
      if (inside.some((f) => f.line === run.line && from >= f.from && to <= f.to)) return
      setRun({ ...run, from, to, column: run.column + from - run.from }, regions[run.line] as number, 'm')
    })
  }
  const parts = fields.filter((f) => f.line >= 0 && f.from >= 0).map(part)
  return {
    root,
    parts,
    rest: regions.filter((_, i) => !fields.some((f) => f.line === i && !inside.includes(f))),
    short: rows * step - area.h,
    whole: light,
  }

  function part(field: Piece): Part {
    const own = inside.includes(field)
    const region = own ? canvas.region({ in: root, id: `${stage.name}.${field.id}` }) : (regions[field.line] as number)
    const pieces = piecesOf(field)
    let shown = own ? pieces.flatMap((p) => setRun(p, region, 'm mid')) : []
    const [first] = pieces.map(placeOf)
    const last = pieces.map(placeOf).at(-1)
    return {
      id: field.id,
      label: field.label,
      says: field.says,
      hidden: field.hidden,
      regions: [...new Set([region, ...(field.hidden || !own ? [regions[field.line] as number] : [])])],
      rects: pieces.map(placeOf).map((r) => ({ ...r, h: step * 0.86 })),
      marked: 'line',
      set(cue) {
        const { text, state } = cue.direction.args
        if (typeof text === 'string' && first) rewrite(text, cue, first)
        if (typeof state === 'string' && last) judge(state, cue, last)
      },
    }

    function rewrite(text: string, cue: Cue, { x, y }: Rect): void {
      const whole = lines[field.line] ?? ''
      if (text.length > field.to - field.from && field.to < whole.length)
        diagnostics.add(longerText(cue.direction.at, text, whole.slice(field.from, field.to)))
      const fresh = canvas.label(text, { in: region, c: 'm bold', x, y: baseline({ x, y, w: 0, h: step }), o: 0 }, { size })
      const gone = own ? shown : []
      for (const old of gone) canvas.key(old, 'o', cue.start, 150, 0)
      canvas.key(fresh, 'o', cue.start + 100, 200, 1)
      shown = [fresh]
    }
    function judge(state: string, cue: Cue, { x, y, w }: Rect): void {
      const { sign = null } = STATES.get(state) ?? {}
      const end = Math.max(x + w, ...runs.filter((r) => r.line === field.line).map(placeOf).map((r) => r.x + r.w)) // prettier-ignore
      const group = canvas.region({ in: region, o: 0 })
      canvas.key(group, 'o', cue.start, 200, 1)
      const next = job.cues.find((c) => c.start > cue.start && c.direction.verb === 'set' && typeof c.direction.args.state === 'string' && c.direction.targets.some((t) => t.name === field.id)) // prettier-ignore
      if (next) canvas.key(group, 'o', next.start, 150, 0)
      // The word where there is room for it, else only its sign.
      const room = area.x + area.w - end - (sign ? 64 : 28)
      if (sign) canvas.token(sign, { in: group, c: 'X', x: end + 40, y: y + step / 2, s: sign === 'cross' ? 0.7 : 1 })
      if (!sign || canvas.widthOf(state, canvas.size, 'mid') <= room)
        canvas.label(state, {
          in: group,
          c: sign === 'cross' ? 'mid cs' : 'mid',
          x: end + (sign ? 64 : 28),
          y: baseline({ x, y, w, h: step }),
        })
    }
  }

  function piecesOf(field: Piece): readonly Run[] {
    return runs
      .filter((r) => r.line === field.line && r.to > field.from && r.from < field.to)
      .map((r) => {
        const [from, to] = [Math.max(r.from, field.from), Math.min(r.to, field.to)]
        return { ...r, from, to, column: r.column + from - r.from }
      })
  }

  function setRun(run: Run, region: number, c: string): readonly number[] {
    const text = (lines[run.line] ?? '').slice(run.from, run.to)
    if (!text.trim()) return []
    const place = placeOf(run)
    const lead = text.length - text.trimStart().length
    return [canvas.label(text.trim(), { in: region, c, x: place.x + lead * em, y: baseline(place) }, { size })]
  }

  /** `lines`: a band behind those lines, until the next one; without `from` it only ends the last. */
  function light(cue: Cue): void {
    if (cue.direction.verb !== 'lines' || cue.direction.args.from === undefined) return
    const from = Number(cue.direction.args.from) - 1
    const to = Number(cue.direction.args.to ?? from + 1) - 1
    const lit = runs.filter((r) => r.line >= from && r.line <= to).map((r) => r.row)
    if (!lit.length) return
    const [a, b] = [Math.min(...lit), Math.max(...lit)]
    const region = canvas.region({ in: bands, o: 0 })
    canvas.box({ x: area.x, y: top + a * step, w: area.w, h: (b - a + 1) * step }, { in: region, c: 'lit' })
    canvas.box({ x: area.x, y: top + a * step, w: 5, h: (b - a + 1) * step }, { in: region, c: 'bar' })
    canvas.key(region, 'o', cue.start, 200, 1)
    const next = job.cues.find((c) => c.start > cue.start && c.direction.verb === 'lines')
    if (next) canvas.key(region, 'o', next.start, 200, 0)
  }

  function setLines(size: number) {
    const em = canvas.widthOf('0', size, 'm')
    const room = Math.max(8, Math.floor((area.w - 2 * PAD) / em))
    let row = 0
    const runs = lines.flatMap((line, index): Run[] => {
      const out: Run[] = []
      for (let from = 0; from < line.length || from === 0;) {
        const column = from === 0 ? 0 : INDENT
        const to = breakAt(line, from, from + room - column)
        out.push({ line: index, from, to, row: row++, column })
        if (to >= line.length) break
        from = to
      }
      return out
    })
    const step = Math.min(size * 1.9, Math.max(size * 1.36, area.h / Math.max(1, row)))
    return { size, em, step: step * row > area.h ? size * 1.36 : step, rows: row, runs }
  }
}

/** After a blank or a colon, else where the room ends. */
function breakAt(line: string, from: number, most: number): number {
  if (line.length <= most) return line.length
  for (let i = most; i > from + (most - from) / 2; i--) if (/[\s:/;,]/.test(line[i - 1] ?? '')) return i
  return most
}
