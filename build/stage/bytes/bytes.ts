/** Field by field: a header in rows of bits, lines of text, rows of bytes. */
import { badBlock, badDirection, doesNotFit } from '../messages'
import { checkKeys } from '../keys'
import type { Director } from '../director'
import { checkStates } from '../vocabulary'
import { act } from './acts'
import { bytesOf, contentOf } from './content'
import { drawFoot, footHeight } from './foot'
import { rowsOfHeader } from './grid'
import { drawHeader } from './header'
import { drawLines } from './lines'
import { noField } from './messages'
import type { Picture } from './part'
import { rowHeights } from './row-heights'
import { drawRows } from './rows'
import { tell } from './tell'

const KEYS = {
  header: ['bits', 'label', 'value', 'says', 'hidden'],
  text: ['line', 'text', 'label', 'says', 'hidden'],
  rows: ['label', 'hash', 'hex', 'first', 'says', 'hidden'],
} as const

export const bytes: Director = {
  kind: 'bytes',
  verbs: ['enter', 'exit', 'show', 'set', 'label', 'count', 'lines', 'focus', 'zoom', 'mark', 'morph'],

  names(stage) {
    const content = contentOf(stage)
    const parts = content.form === 'rows' ? content.rows : content.form === 'nothing' ? [] : content.fields
    return new Map([['', content.title || stage.name], ...parts.map((p): [string, string] => [p.id, p.label])])
  },

  check(stage, call, diagnostics) {
    const content = contentOf(stage)
    const fault = (path: readonly string[], found: string, expected: string, cure: string) =>
      diagnostics.add(badBlock(stage.lineOf(...path), found, expected, cure))
    if (content.form !== 'nothing') checkKeys(stage, content.form === 'rows' ? 'rows' : 'fields', KEYS[content.form], diagnostics)
    if (content.form === 'nothing')
      fault([], 'neither `fields:`, `text:` nor `rows:`', 'one of the three', 'write a header, lines of text, or rows of bytes')
    if (content.form === 'header') {
      if (![8, 16, 24, 32, 40].includes(content.across))
        fault(['across'], `across: ${content.across}`, 'whole bytes, from 8 to 40 bits', 'write `across: 32`')
      for (const { id, bits, rest } of content.fields)
        if (!rest && !(Number.isInteger(bits) && bits > 0))
          fault(['fields', id], `\`${id}\` without its bits`, 'a whole number, or `rest`', 'write `bits: 16`')
    }
    if (content.form === 'text')
      for (const { id, line, from } of content.fields)
        if (line < 0 || from < 0)
          diagnostics.add(noField(stage.lineOf('fields', id), line < 0 ? `no line for \`${id}\`` : `no such text in the line of \`${id}\``, 'a piece of the text above', 'copy it from `text:`, or give the number of its line')) // prettier-ignore
    if (content.form === 'rows') {
      if (!content.rows.length) fault(['rows'], 'no rows', 'a row with `hash:` or `hex:`', 'write one')
      for (const { id, source } of content.rows)
        if (!bytesOf(source, call))
          fault(['rows', id], `“${source}” in row \`${id}\``, 'a name of modules/call.yaml, or bytes as pairs', 'write `hash: ana.fingerprint` or `hex: 00 01`') // prettier-ignore
    }
  },

  height(stage, cues, call, width, shape) {
    const content = contentOf(stage)
    const size = shape === 'wide' ? 26 : 28
    const title = content.title ? size * 1.8 : 0
    const said = content.form === 'rows' || content.form === 'nothing' ? [] : content.fields.filter((f) => f.says)
    const foot = said.length || cues.some((c) => c.direction.verb === 'label') ? size * 2.4 : 0
    if (content.form === 'header') {
      const rows = rowsOfHeader(content.fields, shape === 'tall' ? 16 : content.across)
      return { min: title + foot + size * 1.5 + rows * size * 1.7, ideal: title + foot + size * 1.5 + rows * size * 3 }
    }
    if (content.form === 'text') {
      const room = Math.max(10, Math.floor((width - 36) / (size * 0.61)))
      const rows = content.lines.reduce((sum, l) => sum + Math.max(1, Math.ceil(l.length / (room - 3))), 0)
      return { min: title + foot + rows * size * 1.4 + 6, ideal: title + foot + rows * size * 1.9 }
    }
    const rows = content.form === 'rows' ? content.rows : []
    const most = Math.max(1, ...rows.map((r) => r.first || (bytesOf(r.source, call)?.bytes.length ?? 1)))
    const chunks = Math.ceil(most / (shape === 'wide' && width > 900 ? 16 : 8))
    const compared = cues.some((c) => c.direction.verb === 'count')
    const ticked = cues.some((c) => c.direction.verb === 'set')
    const form = { rows: rows.length, chunks, tall: shape === 'tall', indexed: chunks === 1, compared, ticked }
    return { min: title + rowHeights(size, size, form).total + 4, ideal: title + rowHeights(size, size + 8, form).total * 1.4 }
  },

  tell,

  direct(job) {
    checkStates(job)
    const { canvas, stage, box, parent, diagnostics } = job
    const content = contentOf(stage)
    if (content.form === 'nothing') return
    const root = canvas.region({ in: parent, id: stage.name })
    const speakers = content.form === 'rows' ? content.rows : content.fields
    const foot = footHeight(job, speakers)
    const head = content.title ? canvas.size * 1.7 : 0
    if (content.title) canvas.label(content.title, { in: root, c: 'bold', x: box.x, y: box.y + canvas.size })
    const area = { x: box.x, y: box.y + head, w: box.w, h: box.h - head - foot }
    const picture = draw()
    if (picture.short > 1)
      diagnostics.add(doesNotFit(stage.at, `\`${stage.name}\` (${job.shape})`, box.h + picture.short, box.h, 'fewer fields, lines or bytes')) // prettier-ignore
    drawFoot(job, speakers, root, { x: box.x, y: box.y + box.h - foot, w: box.w, h: foot })
    act(job, picture)
    for (const { direction } of job.cues) {
      if (direction.verb === 'lines' && content.form !== 'text')
        diagnostics.add(
          badDirection(direction.at, '`lines` on a stage without `text:`', 'lines of text', 'name its fields: `focus`, `mark`'),
        )
      if (
        direction.verb === 'count' &&
        direction.targets.some((t) => t.stage === stage.name && !t.name) &&
        (content.form !== 'rows' || content.rows.length < 2)
      )
        // prettier-ignore
        diagnostics.add(badDirection(direction.at, 'nothing to compare', 'two `rows:`', 'count a field, `{to=…}`, or add a second row'))
    }

    function draw(): Picture {
      if (content.form === 'header') return drawHeader(job, content, root, area)
      if (content.form === 'text') return drawLines(job, content, root, area)
      return drawRows(job, content as Extract<typeof content, { form: 'rows' }>, root, area)
    }
  },
}
