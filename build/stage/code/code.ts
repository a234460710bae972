/** A walkthrough of code: lines lit, code typed, one version morphing into the next. */
import type { StageBlock } from '../../compile/tree'
import type { Direct, Director } from '../director'
import { badDirection, codeTooTall, codeTooWide, notOnStage } from '../messages'
import { presence } from '../presence'
import { checkStates } from '../vocabulary'
import { checkBlock } from './check-block'
import { sourceOf } from './content'
import { drawLines } from './draw'
import { layCode, type CodeLayout } from './layout'
import { planOf, type Plan } from './plan'
import { tell } from './tell'
import { wrapLine } from './wrap-line'

/** More are not asked for: a longer text scrolls. */
const LINES_IN_SIGHT = 9

export const code: Director = {
  kind: 'code',
  verbs: ['enter', 'exit', 'show', 'type', 'lines', 'morph', 'set', 'label', 'mark', 'focus', 'zoom'],

  names(stage) {
    const { title, versions } = sourceOf(stage)
    const names = new Map<string, string>([['', title || 'the code']])
    const most = Math.max(0, ...versions.map((v) => v.lines.length))
    const only = versions.length === 1 ? versions[0] : undefined
    for (let from = 1; from <= most; from++) {
      const text = only?.lines[from - 1]?.text.trim()
      names.set(String(from), text ? `line ${from}, “${text}”` : `line ${from}`)
      for (let to = from + 1; to <= most; to++) names.set(`${from}-${to}`, `lines ${from} to ${to}`)
    }
    for (const { id, dated } of versions) if (id) names.set(id, dated ? `the code of ${dated}` : `the version “${id}”`)
    return names
  },

  check: (stage, _call, diagnostics) => checkBlock(stage, diagnostics),
  tell,

  height(stage, cues, call, width, shape) {
    const size = shape === 'wide' ? 26 : 28
    const plan = planOf(stage, cues, call)
    const columns = Math.floor((width - size * 2.6) / (size * 0.6))
    const rows = (line: number) => wrapLine(plan.lines[line]?.line.runs ?? [], columns)?.length ?? 1
    const counts = plan.views.map((v) => v.order.reduce((sum, i) => sum + rows(i) + (v.notes.has(i) && shape === 'tall' ? 1 : 0), 0))
    const most = Math.max(1, ...counts)
    const head = hasHead(stage) ? size * 1.75 : 0
    return { min: head + Math.min(most, LINES_IN_SIGHT) * size * 1.42 + 10, ideal: head + most * size * 2 + 10 }
  },

  direct(job) {
    checkStates(job)
    checkDirections(job)
    draw(job, false)
  },

  strip: { height: 92, direct: (job) => draw(job, true) },
}

const hasHead = (stage: StageBlock): boolean => sourceOf(stage).title !== '' || sourceOf(stage).versions.some((v) => v.dated)

function draw(job: Direct, strip: boolean): void {
  const { canvas, stage, cues, box, shape } = job
  const plan = planOf(stage, cues, job.call)
  const layout = layCode(plan, box, canvas, hasHead(stage), strip)
  if ('line' in layout) {
    job.diagnostics.add(codeTooWide(stage.at, layout.line, layout.columns, shape))
    return
  }
  const root = canvas.region({ in: job.parent, id: stage.name })
  if (!strip) checkInSight(job, plan, layout)
  drawHead(job, layout, root, strip)
  if (layout.scrolls) drawRail(job, layout, root)
  drawLines(job, plan, layout, root)
  presence(canvas, cues, new Map(), stage.name, root)
}

/** The title over a rule, and the sepia ground and year of code that is history. */
function drawHead({ canvas, stage, box }: Direct, layout: CodeLayout, root: number, strip: boolean): void {
  const { title } = sourceOf(stage)
  const { size, rule } = layout
  if (title && !strip) canvas.label(title, { in: root, c: 'soft', x: box.x, y: rule - size * 0.5 }, { size })
  if (hasHead(stage) && !strip) canvas.path(`M${box.x} ${rule}H${box.x + box.w}`, { in: root, c: 'rule' })
  const dated = layout.placed.filter((p) => p.view.dated)
  const heights = [...new Set(dated.map((p) => Math.min(p.total, layout.window)))]
  for (const height of heights) {
    const region = canvas.region({ in: root })
    const sample = dated.find((p) => Math.min(p.total, layout.window) === height)
    canvas.box({ x: box.x + 1, y: layout.top - 1, w: box.w - (layout.scrolls ? 16 : 2), h: height + 2 }, { in: region, c: 'then' })
    if (!strip)
      canvas.label(sample?.view.dated ?? '', { in: region, c: 'ct bold', x: box.x + box.w, y: rule - size * 0.5 }, { size, anchor: 'end' })
    let shown = true
    for (const [i, p] of layout.placed.entries()) {
      const now = Boolean(p.view.dated) && Math.min(p.total, layout.window) === height
      if (now === shown) continue
      if (i === 0) canvas.key(region, 'o', 0, 0, 0)
      else if (p.view.cue) canvas.key(region, 'o', p.view.cue.start, 300, now ? 1 : 0)
      shown = now
    }
  }
}

/** How much of the text is in sight, and where. */
function drawRail({ canvas, box }: Direct, layout: CodeLayout, root: number): void {
  const { top, window, placed } = layout
  const total = Math.max(...placed.map((p) => p.total))
  const x = box.x + box.w - 3
  canvas.path(`M${x} ${top}V${top + window}`, { in: root, c: 'rule' })
  const at = (offset: number) => top + (Math.min(offset, total - window) / total) * window
  const bar = canvas.box({ x: x - 2, y: at(placed[0]?.offset ?? 0), w: 4, h: (window / total) * window }, { in: root, c: 'bar' })
  let before = placed[0]?.offset ?? 0
  for (const { offset, view } of placed) {
    if (offset !== before && view.cue) canvas.key(bar, 'y', view.cue.start, 250, at(offset))
    before = offset
  }
}

/** What a direction lights has to be in sight as a whole. */
function checkInSight(job: Direct, plan: Plan, layout: CodeLayout): void {
  for (const { view, tops, heights } of layout.placed) {
    const hidden = [...(view.lit ?? [])].filter((i) => !tops.has(i))
    if (!hidden.length || !view.cue || !['lines', 'focus', 'zoom'].includes(view.cue.direction.verb)) continue
    const rows = [...(view.lit ?? [])].reduce((sum, i) => sum + (heights.get(i) ?? 0), 0) / layout.pitch
    job.diagnostics.add(
      codeTooTall(view.cue.direction.at, 'lit lines', Math.round(rows), Math.floor(layout.window / layout.pitch), job.shape),
    )
  }
  for (const { cue, found, has } of plan.amiss)
    job.diagnostics.add(notOnStage(cue.direction.at, found, has, 'name what stands there at that moment'))
}

function checkDirections(job: Direct): void {
  for (const { direction } of job.cues) {
    const { verb, args, targets, at } = direction
    const own = targets.filter((t) => t.stage === job.stage.name)
    if (verb === 'set') {
      const other = Object.keys(args).find((name) => !['state', 'text', 'id', 'over'].includes(name))
      if (other || typeof args.state !== 'string')
        job.diagnostics.add(
          badDirection(
            at,
            other ? `\`${other}\` in set` : 'set without a state',
            '`state=` and `text="…"`',
            'write `{state=failed text="TypeError: …"}`',
          ),
        )
    }
    if (['set', 'label', 'mark'].includes(verb) && own.some((t) => !/^\d/.test(t.name)))
      job.diagnostics.add(
        badDirection(at, `${verb}[${own[0]?.name || own[0]?.stage}]`, `a line, such as \`${job.stage.name}.2\``, 'say which line'),
      )
    if (['enter', 'exit'].includes(verb) && own.some((t) => t.name))
      job.diagnostics.add(
        badDirection(at, `${verb}[${own[0]?.name}]`, `the whole stage, \`${job.stage.name}\``, 'for lines write `show` or `type`'),
      )
  }
}
