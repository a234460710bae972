/** Things side by side: no box, a rule under the head, the newest line ruled strong. */
import type { Run } from '../../../src/model/scene'

import type { Canvas } from '../canvas'
import type { Cue, Direct, Director } from '../director'
import { badBlock, badDirection, doesNotFit } from '../messages'
import { presence, quieting } from '../presence'
import { runsOf } from '../text'
import { checkStates, STATES } from '../vocabulary'
import { contentOf, measureTable, wrapCell, type Fitted } from './content'

export const table: Director = {
  kind: 'table',
  verbs: ['enter', 'exit', 'show', 'set', 'focus', 'zoom', 'mark', 'morph'],

  names(stage) {
    const content = contentOf(stage)
    return new Map([['', content.title || stage.name], ...content.rows.map((r): [string, string] => [r.id, r.cells[0] ?? r.id])])
  },

  check(stage, _call, diagnostics) {
    const { columns, rows, hidden } = contentOf(stage)
    if (!columns.length) diagnostics.add(badBlock(stage.at, 'a table without `columns:`', '`columns: [a, b]`', 'name its columns'))
    if (!rows.length)
      diagnostics.add(
        badBlock(stage.at, 'a table without `rows:`', '`rows:` with a name and cells each', 'write `rows:` and `  first: [a, b]`'),
      )
    for (const row of rows)
      if (row.cells.length !== columns.length)
        diagnostics.add(
          badBlock(
            stage.lineOf('rows', row.id),
            `${row.cells.length} cells in row \`${row.id}\``,
            `${columns.length}, one for each column`,
            'add or remove cells',
          ),
        )
    for (const id of hidden)
      if (!rows.some((r) => r.id === id))
        diagnostics.add(
          badBlock(stage.lineOf('hidden'), `\`${id}\` in hidden`, `one of ${rows.map((r) => r.id).join(', ')}`, 'name a row of this table'),
        )
  },

  height(stage, cues, _call, width, shape) {
    const { rows, title } = contentOf(stage)
    const size = shape === 'wide' ? 26 : 28
    // Two lines for a row that cannot fit in one; exact widths are known only when it is drawn.
    const longest = Math.max(0, ...rows.map((r) => r.cells.join('   ').length))
    const lines = longest * size * 0.55 > width ? 2 : 1
    const needed = (title ? size * 1.7 : 0) + size * 1.7 + rows.length * (size * (0.7 + 1.1 * lines)) + 8
    return { min: needed, ideal: cues.length ? needed + 30 : needed }
  },

  direct(job) {
    checkStates(job)
    const fitted = measureTable(job, false)
    if (!fitted) {
      job.diagnostics.add(
        doesNotFit(job.stage.at, `table \`${job.stage.name}\` (${job.shape})`, job.box.h + 1, job.box.h, 'fewer rows or shorter cells'),
      )
      return
    }
    draw(job, fitted)
  },

  strip: {
    height: 84,
    direct(job) {
      const fitted = measureTable(job, true)
      if (fitted) draw(job, fitted)
    },
  },
}

function draw(job: Direct, fitted: Fitted): void {
  const { canvas, stage, cues } = job
  const { content, size, lefts, rowTops, rowHeights, top, ruleY } = fitted
  const root = canvas.region({ in: job.parent, id: stage.name })
  const right = fitted.left + fitted.width
  const aligned = (c: number, runsWidth: number): number =>
    c === content.columns.length - 1 && c > 0 ? right - runsWidth : (lefts[c] as number)
  if (content.title && !fitted.strip) canvas.label(content.title, { in: root, c: 'mid', x: fitted.left, y: top + size }, { size })
  if (!fitted.strip)
    content.columns.forEach((name, c) =>
      canvas.label(name, { in: root, c: 'soft', x: aligned(c, canvas.widthOf(name, size)), y: ruleY - size * 0.42 }, { size }),
    )
  canvas.path(`M${fitted.left} ${ruleY}H${right}`, { in: root, c: 'rule' })
  const regions = new Map<string, number>()
  const strong = new Map<string, number>()
  const cellNodes = new Map<string, number[]>()
  content.rows.forEach((row, r) => {
    const region = canvas.region({ in: root, id: `${stage.name}.${row.id}` })
    regions.set(row.id, region)
    const y = rowTops[r] as number
    const bottom = y + (rowHeights[r] as number)
    canvas.path(`M${fitted.left} ${bottom}H${right}`, { in: region, c: 'rule' })
    strong.set(row.id, canvas.path(`M${fitted.left} ${bottom}H${right}`, { in: region, c: 'newest', o: 0 }))
    row.cells.forEach((cell, c) => cellNodes.set(`${row.id} ${c}`, cellLabels(job, fitted, region, cell, c, y, rowHeights[r] as number, 0)))
    if (content.hidden.includes(row.id) && !fitted.strip) canvas.key(region, 'o', 0, 0, 0)
  })
  if (fitted.strip) takeTurns(canvas, stage.name, cues, regions)
  presence(canvas, cues, fitted.strip ? new Map() : regions, stage.name, root)
  quieting(canvas, cues, regions, stage.name)
  for (const cue of cues) {
    for (const target of cue.direction.targets.filter((t) => t.stage === stage.name)) {
      const region = regions.get(target.name)
      if (region === undefined) continue
      if (cue.direction.verb === 'show' && !fitted.strip) canvas.key(region, 'o', cue.start, cue.end - cue.start, 1)
      if (cue.direction.verb === 'set') change(job, fitted, cue, target.name, region, cellNodes)
      if (['show', 'set', 'mark'].includes(cue.direction.verb)) emphasise(canvas, strong.get(target.name), cue)
    }
  }
}

/** A strip shows one row: the one that was last spoken of. */
function takeTurns(canvas: Canvas, stage: string, cues: readonly Cue[], regions: ReadonlyMap<string, number>): void {
  const ids = [...regions.keys()]
  const spoken = cues
    .filter((c) => ['show', 'set', 'mark'].includes(c.direction.verb))
    .flatMap((c) => c.direction.targets.filter((t) => t.stage === stage && regions.has(t.name)).map((t) => ({ id: t.name, at: c.start })))
  const turns = [{ id: spoken[0]?.id ?? ids[0] ?? '', at: 0 }, ...spoken]
  for (const id of ids) {
    const region = regions.get(id) as number
    let shown = turns[0]?.id === id
    canvas.key(region, 'o', 0, 0, shown ? 1 : 0)
    for (const turn of turns.slice(1)) {
      const now = turn.id === id
      if (now !== shown) canvas.key(region, 'o', turn.at, 200, now ? 1 : 0)
      shown = now
    }
  }
}

/** The row of the moment is ruled strong until its beat ends. */
function emphasise(canvas: Canvas, line: number | undefined, cue: Cue): void {
  if (line === undefined) return
  canvas.key(line, 'o', cue.start, 250, 1)
  canvas.key(line, 'o', cue.until, 250, 0)
}

/** `{state=…}` writes the column called state, else the last; `{column="…"}` the column of that name. */
function change(job: Direct, fitted: Fitted, cue: Cue, id: string, region: number, cellNodes: Map<string, number[]>): void {
  const { canvas, diagnostics } = job
  const { content, rowTops, rowHeights } = fitted
  const r = content.rows.findIndex((row) => row.id === id)
  for (const [name, value] of Object.entries(cue.direction.args)) {
    if (name === 'over' || name === 'id' || value === true) continue
    const named = content.columns.indexOf(name)
    const c = named >= 0 ? named : name === 'state' ? content.columns.length - 1 : -1
    if (c < 0) {
      diagnostics.add(
        badDirection(
          cue.direction.at,
          `\`${name}\` in set`,
          `state, or a column: ${content.columns.join(', ')}`,
          'write `state=` or the name of a column',
        ),
      )
      continue
    }
    const key = `${id} ${c}`
    for (const old of cellNodes.get(key) ?? []) canvas.key(old, 'o', cue.start, 150, 0)
    const fresh = cellLabels(job, fitted, region, value, c, rowTops[r] as number, rowHeights[r] as number, cue.start)
    for (const node of fresh) canvas.key(node, 'o', cue.start + 100, 200, 1)
    cellNodes.set(key, fresh)
  }
}

function cellLabels(
  job: Direct,
  fitted: Fitted,
  region: number,
  text: string,
  c: number,
  y: number,
  height: number,
  from: number,
): number[] {
  const { canvas, call } = job
  const { size, content, lefts, widths } = fitted
  const right = fitted.left + fitted.width
  const last = c === content.columns.length - 1 && c > 0
  const state = STATES.get(text)
  const lines: readonly (readonly Run[])[] =
    canvas.widthOf(runsOf(text, call), size, 'mid') <= (widths[c] as number) + 1
      ? [runsOf(text, call)]
      : wrapCell(job, text, widths[c] as number, size).map((l) => runsOf(l, call))
  const first = y + height / 2 + size * 0.36 - ((lines.length - 1) * size * 1.16) / 2
  return lines.flatMap((runs, i) => {
    const styled: readonly Run[] = state ? [{ t: text, c: state.strong ? 'm bold' : 'm' }] : runs
    const w = canvas.widthOf(styled, size)
    const x = last ? right - w : (lefts[c] as number)
    const baseline = first + i * size * 1.16
    const label = canvas.label(
      styled,
      { in: region, x, y: baseline, ...(from ? { o: 0 } : {}), ...(state?.sign === 'cross' ? { c: 'cs' } : {}) },
      { size },
    )
    if (!state?.sign) return [label]
    const sign = canvas.token(state.sign, {
      in: region,
      c: 'X',
      x: x - 24,
      y: baseline - size * 0.34,
      s: state.sign === 'cross' ? 0.62 : 0.95,
      ...(from ? { o: 0 } : {}),
    })
    return [label, sign]
  })
}
