/** Dots on a series, and the notes beside them: they find a free place that covers neither line nor number. */
import type { Direct } from '../director'
import type { Point, Rect } from '../geometry'
import type { Annotations } from '../timeline/layout'
import { valueAt, type Chart } from './content'
import { barsOf, placeOf } from './draw-series'
import type { Plot } from './plot'

const DOT = 'M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z'

export function drawNotes(job: Direct, chart: Chart, plot: Plot, notes: Annotations, regions: Map<string, number>, root: number): void {
  const { canvas, stage } = job
  const { size } = canvas
  for (const mark of chart.marks) {
    const series = chart.series.find((s) => s.id === mark.series)
    const named = job.cues.some((c) => c.direction.targets.some((t) => t.stage === stage.name && t.name === mark.id))
    if (!series || !named) continue
    const region = canvas.region({ in: root, id: `${stage.name}.${mark.id}`, ...(series.who ? { c: series.who } : {}) })
    regions.set(mark.id, region)
    const [x, y] = placeOf(chart, plot, series, mark.x)
    const dot = canvas.path(DOT, { in: region, c: 'badge', x, y })
    const own = notes.get(mark.id) ?? []
    const shown = job.cues.some(
      (c) => c.direction.verb === 'show' && c.direction.targets.some((t) => t.stage === stage.name && t.name === mark.id),
    )
    // A dot comes with its first note, if nothing else shows it.
    if (!shown && own[0]) {
      canvas.key(dot, 'o', 0, 0, 0)
      canvas.key(dot, 'o', own[0].cue.start, 200, 1)
    }
    for (const note of own) write(note, region, x, y)
  }
  for (const { id, points } of chart.series) {
    const last = points.at(-1)
    for (const note of notes.get(id) ?? [])
      if (last && note.cue.direction.verb === 'label') write(note, regions.get(id) ?? root, plot.x(last[0]), plot.y(last[1]))
  }
  for (const { id, at } of chart.limits)
    for (const note of notes.get(id) ?? []) write(note, regions.get(id) ?? root, plot.field.x + plot.field.w * 0.3, plot.y(at))

  function write(note: NonNullable<ReturnType<Annotations['get']>>[number], parent: number, x: number, y: number): void {
    if (!note.text) return
    const { field } = plot
    const sign = note.sign ? 32 : 0
    const most = Math.min(380, field.w * 0.6)
    const lines =
      canvas.widthOf(note.runs) + sign <= most ? [note.runs] : canvas.wrap(note.text.replaceAll('`', ''), most - sign).map((t) => [{ t }])
    const w = Math.max(...lines.map((l) => canvas.widthOf(l))) + sign
    const h = lines.length * size * 1.2
    const clamp = (left: number) => Math.min(Math.max(left, field.x + 6), field.x + field.w - w - 4)
    const spots = [22, 60, 110, 170, 240, 320].flatMap((d): Rect[] => [
      { x: clamp(x + 16), y: y - d - h, w, h },
      { x: clamp(x - w - 16), y: y - d - h, w, h },
      { x: clamp(x + 16), y: y + d, w, h },
      { x: clamp(x - w - 16), y: y + d, w, h },
      { x: clamp(x - w / 2), y: y - d - h, w, h },
      { x: clamp(x - w / 2), y: y + d, w, h },
    ])
    const inside = spots.filter((r) => r.y >= field.y - size * 0.2 && r.y + r.h <= field.y + field.h - 4)
    const place = canvas.settle(inside.length ? inside : spots, [note.cue.start, note.until])
    const region = canvas.region({ in: parent, o: 0 })
    canvas.box({ x: place.x - 5, y: place.y, w: w + 10, h: h + 2 }, { in: region, c: 'plate' })
    const near: Point = [Math.min(Math.max(x, place.x), place.x + w), y < place.y ? place.y + 2 : place.y + h - 2]
    canvas.path(`M${x} ${y + (y < place.y ? 11 : -11)}L${near[0]} ${near[1]}`, { in: region, c: 'lead' })
    if (note.sign)
      canvas.token(note.sign, { in: region, c: 'X', x: place.x + 12, y: place.y + size * 0.6, s: note.sign === 'cross' ? 0.62 : 0.95 })
    lines.forEach((runs, i) =>
      canvas.label(runs, { in: region, c: note.sign === 'cross' ? 'cs' : '', x: place.x + sign, y: place.y + size * (0.92 + i * 1.2) }),
    )
    canvas.key(region, 'o', note.cue.start, 250, 1)
    if (Number.isFinite(note.until)) canvas.key(region, 'o', note.until, 200, 0)
  }
}

/** Series are taken along their way, in short pieces. */
export function claimLines({ canvas }: Direct, chart: Chart, plot: Plot): void {
  for (const series of chart.series) {
    if (series.as === 'bars') for (const bar of barsOf(chart, plot, series)) canvas.claim({ ...bar, x: bar.x - 10, w: bar.w + 20 })
    if (series.as === 'bars') continue
    const [first, last] = [series.points[0]?.[0] ?? 0, series.points.at(-1)?.[0] ?? 0]
    for (let i = 0; i < 60; i++) {
      const [a, b] = [i, i + 1].map((n) => first + ((last - first) * n) / 60) as [number, number]
      const ys = [a, b, ...series.points.map((p) => p[0]).filter((x) => x >= a && x <= b)].map((x) => plot.y(valueAt(series, x)))
      const top = Math.min(...ys) - 8
      const bottom = Math.max(...ys) + 8
      canvas.claim({ x: plot.x(a), y: top, w: plot.x(b) - plot.x(a), h: bottom - top })
    }
  }
}
