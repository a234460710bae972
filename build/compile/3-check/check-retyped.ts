/** A fact of the call stands once, in call.yaml. Whoever types it out again will forget to change it there. */
import type { Diagnostics } from '../diagnostic'
import { placeOf } from '../place-of'
import type { Call } from '../tree'
import { retyped } from './messages'

/** Looked for in the files as they are written: prose, directions, blocks, code and comments alike. */
export function checkRetyped(sources: ReadonlyMap<string, string>, call: Call, diagnostics: Diagnostics): void {
  const names = literals(call)
  if (names.size === 0) return
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped)
  // Not as a piece of something longer: 192.168.1.5 is not in 192.168.1.50, nor call.example in www.call.example.
  const pattern = new RegExp(`(?<![\\w.-])(?:${longestFirst.join('|')})(?![\\w-]|\\.\\w)`, 'g')
  for (const [file, source] of sources) {
    for (const match of source.matchAll(pattern))
      diagnostics.add(retyped(placeOf(file, source, match.index), match[0], names.get(match[0]) ?? ''))
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Addresses, hosts, fingerprints and secrets; names of people and rooms are ordinary words. The shortest name of a value wins. */
function literals(call: Call): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of call.values) {
    if (/\s/.test(value) || value.length < 7 || !/[.:]|\d/.test(value)) continue
    const known = found.get(value)
    if (known === undefined || name.length < known.length) found.set(value, name)
  }
  return found
}
