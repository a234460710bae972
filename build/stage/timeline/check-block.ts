import type { Diagnostics } from '../../compile/diagnostic'
import type { Json, StageBlock } from '../../compile/tree'
import { timelineBlock } from '../messages'
import { axisOf, entries, momentOf } from './content'

/** Faults of a timeline block: nothing on it, something that is no moment, something outside the axis. */
export function checkBlock(stage: StageBlock, diagnostics: Diagnostics): void {
  const { events, spans, unit, lit } = stage.data
  const say = (path: readonly string[], found: string, expected: string, cure: string) =>
    diagnostics.add(timelineBlock(stage.lineOf(...path), found, expected, cure))
  const all = [...entries(events).map((e) => ['events', ...e] as const), ...entries(spans).map((e) => ['spans', ...e] as const)]
  if (!all.length)
    say(['events'], 'a timeline without events', '`events:` with `[when, text]` each', 'write `events:` and `  click: [0, Ana clicks]`')
  if (unit !== undefined && unit !== 'ms' && unit !== 'year') say(['unit'], `unit: ${String(unit)}`, 'ms or year', 'use one of these')
  const axis = axisOf(stage)
  for (const [key, id, value] of all) {
    const item: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : []
    const moments = item.slice(0, key === 'events' ? 1 : 2).map(momentOf)
    const form = key === 'events' ? '[when, text]' : '[from, to, text]'
    if (moments.length < (key === 'events' ? 1 : 2) || moments.includes(null))
      say([key, id], `\`${id}: ${JSON.stringify(value)}\``, form, 'a moment is a number of milliseconds, or 2013, 2013-05, 2013-05-29')
    else if (moments.some((m) => m !== null && (m < axis.from || m > axis.to)))
      say([key, id], `\`${id}\` at ${moments.join(' to ')}`, `between ${axis.from} and ${axis.to}`, 'move `from:` or `to:` of the axis')
    else if ((moments[1] ?? Infinity) <= (moments[0] ?? 0))
      say([key, id], `\`${id}\` ends before it begins`, form, 'turn its moments round')
  }
  const ids = all.map(([, id]) => id)
  for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) say(['spans', id], `a second \`${id}\``, 'one name each', 'rename one')
  for (const id of Array.isArray(lit) ? lit.map(String) : lit === undefined ? [] : [String(lit)])
    if (!ids.includes(id)) say(['lit'], `\`${id}\` in lit`, `one of ${ids.join(', ')}`, 'name an event or a span')
  if (axis.to <= axis.from) say(['to'], `an axis from ${axis.from} to ${axis.to}`, 'time that passes', 'write `from:` and `to:`')
}
