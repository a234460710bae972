import type { Director } from '../director'
import { plainOf, runsOf } from '../text'
import { legsOf, stackOf, type Layer } from './layers'
import { rowsOf } from './packet-rows'

const list = (layers: readonly Layer[]): string => layers.map((l) => l.label).join(', ')

/** “sound goes down from Ana through your page, RTP, UDP (180 bytes), and up at Ben”. */
export const tell: NonNullable<Director['tell']> = (direction, stage, _before, call) => {
  if (direction.verb !== 'send') return null
  const stack = stackOf(stage, call)
  const legs = legsOf(stack, direction)
  const [first] = legs
  if (!first) return null
  const rows = rowsOf(legs, { direction } as never, call)
  const full = rows.reduce((most, row) => (row.pieces.length >= most.pieces.length ? row : most), rows[0] as (typeof rows)[0])
  const what = plainOf(full.pieces[full.core]?.runs ?? runsOf('data', call))
  const bytes = full.bytes ? `, ${full.bytes} bytes in the end` : ''
  const start = `“${what}” goes ${first.down ? 'down' : 'up'}${first.host.name ? ` at ${first.host.name}` : ''} through ${list(first.layers)}`
  const grows =
    full.pieces.length < 2
      ? ''
      : first.down
        ? `, and becomes ${full.pieces.map((p) => plainOf(p.runs)).join(' + ')}${bytes}`
        : ', and each layer takes its header off'
  if (direction.args.lost !== undefined)
    return `${start}${grows}, and is lost on the way${typeof direction.args.why === 'string' ? `: ${direction.args.why}` : ''}`
  const then = legs.slice(1).filter((l) => !l.down).map((l) => `up at ${l.host.name} through ${list(l.layers)}`) // prettier-ignore
  return `${start}${grows}${then.length ? `; it goes ${then.join(', then ')}` : ''}`
}
