/** What a machine says to an author. */
import { error, listed } from '../../compile/fault'
import type { At } from '../../compile/tree'
import type { Machine } from './machine'

export const noWay = (at: At, from: string, to: string, machine: Machine) => {
  const next = machine.ways.filter((w) => w.from === from || (w.from === 'any' && w.to !== from)).map((w) => w.to)
  return error(
    'WSQD410',
    at,
    `a way from \`${from}\` to \`${to}\``,
    next.length ? `from \`${from}\` to ${listed([...new Set(next)])}` : `no way leads out of \`${from}\``,
    'go by a state between, add the way to `ways:`, or say `refused="…"`',
  )
}
