import type { Run } from '../../src/model/scene'
import type { Call } from '../compile/tree'

/** Values of an actor that are shown in code type and in their owner's colour. */
const ADDRESSES = ['host', 'address', 'srflx', 'relay', 'ipv6', 'mdns', 'fingerprint']
const found = new WeakMap<Call, readonly (readonly [string, string])[]>()

/** Every address of the call with the class of its owner, longest first so that a port is not cut off. */
function addresses(call: Call): readonly (readonly [string, string])[] {
  const known = found.get(call)
  if (known) return known
  const list = Object.entries(call.cast).flatMap(([name, actor]) => {
    const owner = String(actor.colour ?? call.cast[name.replace(/-nat$/, '')]?.colour ?? '')
    return ADDRESSES.flatMap((key) => (typeof actor[key] === 'string' ? [[actor[key], owner ? ` bold c${owner}` : ''] as const] : []))
  })
  const sorted = list.sort((a, b) => b[0].length - a[0].length)
  found.set(call, sorted)
  return sorted
}

const looksLikeAddress = /((?:\d{1,3}\.){3}\d{1,3}(?::\d+)?|\[?2001:db8[0-9a-f:]*\]?(?::\d+)?)/

/**
 * Splits a text into runs: what stands in backticks or is an address is set in code type, and an address of Ana or Ben has
 * her or his colour.
 */
export function runsOf(text: string, call: Call): readonly Run[] {
  const out: Run[] = []
  const push = (t: string, c: string) => {
    const last = out.at(-1)
    if (!t) return
    if (last && (last.c ?? '') === c) out[out.length - 1] = { ...last, t: last.t + t }
    else out.push(c ? { t, c } : { t })
  }
  const plain = (part: string, code: boolean): void => {
    const hit = addresses(call)
      .map(([value, c]) => ({ value, c, i: part.indexOf(value) }))
      .filter((h) => h.i >= 0)
      .sort((a, b) => a.i - b.i || b.value.length - a.value.length)[0]
    if (hit) {
      plain(part.slice(0, hit.i), code)
      push(hit.value, `m${hit.c}`)
      plain(part.slice(hit.i + hit.value.length), code)
      return
    }
    part.split(looksLikeAddress).forEach((piece, i) => push(piece, code || i % 2 === 1 ? 'm' : ''))
  }
  text.split('`').forEach((part, i) => plain(part, i % 2 === 1))
  return out
}

/** Runs as one string. */
export const plainOf = (runs: readonly Run[]): string => runs.map((r) => r.t).join('')
