import type { Direction } from '../../compile/tree'
import type { Director } from '../director'
import { bytesOf, contentOf } from './content'

const text = (v: string | true | undefined): string => (typeof v === 'string' ? v : '')

/** What is said at the foot is told too; comparing says what came out; lit lines are read out. */
export const tell: NonNullable<Director['tell']> = (direction, stage, before, call) => {
  const { verb, args, targets } = direction
  if (targets.some((t) => t.stage !== stage.name)) return null
  const content = contentOf(stage)
  const mine = targets.filter((t) => t.stage === stage.name)
  const name = content.title || stage.name
  if (content.form === 'nothing') return null
  if (verb === 'lines' && content.form === 'text') {
    const from = Number(args.from ?? 1)
    return `lit in ${name}: ${content.lines.slice(from - 1, Number(args.to ?? from)).join(' / ')}`
  }
  const parts = content.form === 'rows' ? content.rows : content.fields
  const part = mine.length === 1 ? parts.find((p) => p.id === mine[0]?.name) : undefined
  if (verb === 'count' && content.form === 'rows') {
    const [a, b] = content.rows.map((row) => sourceNow(row.id, row.source))
    const [x, y] = [a, b].map((s, i) => (bytesOf(s ?? '', call)?.bytes ?? []).slice(0, content.rows[i]?.first || undefined))
    if (!x || !y || !content.rows[1]) return null
    const differ = x.filter((byte, i) => byte !== y[i]).length
    return `${content.rows[0]?.label} and ${content.rows[1].label}, byte for byte: ${differ ? `${differ} of ${x.length} differ` : 'equal'}`
  }
  if (!part) return null
  if (verb === 'set' && (args.hash ?? args.hex) !== undefined)
    return `${part.label} now reads ${(bytesOf(text(args.hash ?? args.hex), call)?.bytes ?? []).slice(0, 8).join(' ')}`
  if (verb === 'set' && (args.text ?? args.value) !== undefined)
    return `${part.label} becomes ${text(args.text) || text(args.value)}${args.state === undefined ? '' : `, ${text(args.state)}`}`
  const told = verb === 'label' ? text(args.text) : part.says
  if (!told || !['focus', 'zoom', 'mark', 'show', 'enter', 'label'].includes(verb)) return null
  return verb === 'label' ? `${part.label}: ${told}` : `attention on ${part.label}: ${told}`

  function sourceNow(id: string, source: string): string {
    const changes = before.filter((d: Direction) => d.verb === 'set' && d.targets.some((t) => t.stage === stage.name && t.name === id))
    return changes.map((d) => text(d.args.hash ?? d.args.hex)).filter(Boolean).at(-1) ?? source // prettier-ignore
  }
}
