/** Numbers over time: series drawn as they grow, limits that move, marks with a note. */
import type { Direction, StageBlock } from '../../compile/tree'
import type { Cue, Direct, Director } from '../director'
import { badDirection, chartFull } from '../messages'
import { presence, quieting } from '../presence'
import { annotationsOf } from '../timeline/annotations'
import { checkStates } from '../vocabulary'
import { checkBlock } from './check-block'
import { chartOf, write, type Chart } from './content'
import { drawAxes } from './draw-axes'
import { drawLimit } from './draw-limit'
import { claimLines, drawNotes } from './draw-notes'
import { drawSeries, type DrawnSeries } from './draw-series'
import { drawEnds, SWATCH } from './draw-ends'
import { plotOf } from './plot'

export const chart: Director = {
  kind: 'chart',
  verbs: ['enter', 'exit', 'show', 'set', 'label', 'mark', 'count', 'focus', 'zoom', 'morph'],

  names(stage, call) {
    const { title, series, limits, marks } = chartOf(stage, call)
    return new Map([
      ['', title || 'the chart'],
      ...series.map((s): [string, string] => [s.id, `“${s.text}”`]),
      ...limits.map((l): [string, string] => [l.id, `the limit “${l.text}”`]),
      ...marks.map((m): [string, string] => [m.id, `“${series.find((s) => s.id === m.series)?.text ?? m.series}” at ${m.x}`]),
    ])
  },

  check: (stage, call, diagnostics) => checkBlock(stage, call, diagnostics),
  tell,

  height: (_stage, _cues, _call, _width, shape) => (shape === 'wide' ? { min: 300, ideal: 600 } : { min: 400, ideal: 700 }),

  direct(job) {
    checkStates(job)
    checkDirections(job)
    const { canvas, stage, cues, call, box } = job
    const data = chartOf(stage, call)
    const notes = annotationsOf(cues, stage.name, call)
    const states = data.series.flatMap((s) => (notes.get(s.id) ?? []).filter((n) => n.sign || n.cue.direction.verb === 'set'))
    const widest = Math.max(
      0,
      ...data.series.map((s) => canvas.widthOf(s.text, canvas.size, 'mid') + (s.as === 'bars' ? SWATCH : 0)),
      ...states.map((n) => canvas.widthOf(n.runs) + (n.sign ? 36 : 0)),
    )
    // Tall, or in half a frame, the texts of the series stand over the field, each with a piece of its line.
    const beside = widest + 20 < box.w * (job.shape === 'wide' ? 0.3 : 0.16)
    const keys = beside ? 0 : data.series.length * canvas.size * 1.3 + 6
    const plot = plotOf(data, { ...box, y: box.y + keys, h: box.h - keys }, canvas, beside ? widest : 0)
    if (plot.field.h < 120 || plot.field.w < 200)
      job.diagnostics.add(chartFull(stage.at, `chart \`${stage.name}\` (${job.shape})`, 120 - plot.field.h + box.h, box.h))
    const root = canvas.region({ in: job.parent, id: stage.name })
    if (data.title) canvas.label(data.title, { in: root, c: 'soft', x: box.x, y: box.y + canvas.size })
    drawAxes(canvas, data, plot, root)
    const regions = new Map<string, number>()
    const series = new Map<string, DrawnSeries>()
    claimLines(job, data, plot)
    for (const s of data.series) {
      const drawn = drawSeries(canvas, data, plot, s, root, `${stage.name}.${s.id}`)
      series.set(s.id, drawn)
      regions.set(s.id, drawn.region)
    }
    for (const limit of data.limits) regions.set(limit.id, drawLimit(job, plot, limit, root))
    const top = box.y + (data.title ? canvas.size * 1.6 : 0)
    drawEnds(job, data, plot, series, notes, beside ? null : { x: box.x, y: top })
    drawNotes(job, data, plot, notes, regions, root)
    for (const cue of cues.filter((c) => c.direction.verb === 'show')) show(job, cue, series, regions)
    presence(canvas, cues, regions, stage.name, root)
    quieting(canvas, cues, regions, stage.name)
  },
}

/** A line grows from its start; bars come one after another. What a `show` names is not there before it. */
function show(
  { canvas, stage, cues }: Direct,
  cue: Cue,
  series: ReadonlyMap<string, DrawnSeries>,
  regions: ReadonlyMap<string, number>,
): void {
  for (const { name } of cue.direction.targets.filter((t) => t.stage === stage.name)) {
    const region = regions.get(name)
    if (region === undefined) continue
    const again = cues.some(
      (c) =>
        c.direction.verb === 'show' && c.start < cue.start && c.direction.targets.some((t) => t.stage === stage.name && t.name === name),
    )
    if (again) continue
    const drawn = series.get(name)
    const length = cue.end - cue.start
    canvas.key(region, 'o', 0, 0, 0)
    canvas.key(region, 'o', cue.start, drawn ? 0 : length, 1)
    if (drawn && drawn.line !== null) {
      canvas.key(drawn.line, 'draw', 0, 0, 0)
      canvas.key(drawn.line, 'draw', cue.start, length, 1)
    }
    drawn?.bars.forEach((bar, i) => {
      canvas.key(bar, 'o', 0, 0, 0)
      canvas.key(bar, 'o', cue.start + (length * i) / drawn.bars.length, Math.min(200, length / drawn.bars.length), 1)
    })
  }
}

function checkDirections({ cues, stage, call, diagnostics }: Direct): void {
  const data = chartOf(stage, call)
  for (const { direction } of cues) {
    const { verb, args, at, targets } = direction
    const names = targets.filter((t) => t.stage === stage.name).map((t) => t.name)
    const first = names[0] || stage.name
    if (verb === 'count' && !names.every((n) => data.limits.some((l) => l.id === n)))
      diagnostics.add(
        badDirection(at, `count[${first}]`, data.limits.map((l) => l.id).join(', ') || 'a limit in the block', 'only limits move'),
      )
    else if (verb === 'count' && !(Number(args.to) >= data.y.from && Number(args.to) <= data.y.to))
      diagnostics.add(badDirection(at, `to=${String(args.to ?? '')}`, `from ${data.y.from} to ${data.y.to}`, 'name a value on the y axis'))
    if (['set', 'label', 'mark', 'show'].includes(verb) && names.includes(''))
      diagnostics.add(
        badDirection(at, `${verb}[${first}]`, `a series, a limit or a mark, such as \`${data.series[0]?.id ?? ''}\``, 'say which one'),
      )
  }
}

function tell(
  { verb, targets, args }: Direction,
  stage: StageBlock,
  _before: readonly Direction[],
  call: Parameters<typeof chartOf>[1],
): string | null {
  const data: Chart = chartOf(stage, call)
  const own = targets.filter((t) => t.stage === stage.name)
  const limit = data.limits.find((l) => l.id === own[0]?.name)
  const unit = data.y.unit ? ` ${data.y.unit}` : ''
  if (verb === 'count' && limit) return `the limit “${limit.text}” moves to ${write(Number(args.to))}${unit}`
  if (verb !== 'show' && verb !== 'enter') return null
  const sentences = own.flatMap(({ name }) => {
    const series = data.series.find((s) => s.id === name)
    const drawn = data.limits.find((l) => l.id === name)
    if (drawn) return [`a limit stands at ${write(drawn.at)}${unit}: ${drawn.text}`]
    if (!series) return []
    const values = series.points.map((p) => p[1])
    return [
      `“${series.text}” is drawn: it begins at ${write(values[0] ?? 0)}${unit}, its highest is ${write(Math.max(...values))}, it ends at ${write(values.at(-1) ?? 0)}`,
    ]
  })
  return sentences.length ? sentences.join('; ') : null
}
