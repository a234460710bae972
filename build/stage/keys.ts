import type { Diagnostics } from '../compile/diagnostic'
import type { StageBlock } from '../compile/tree'
import { unknownKey } from './messages'

/** Every entry of the map `name` of a block holds these keys and no others. */
export function checkKeys(stage: StageBlock, name: string, known: readonly string[], diagnostics: Diagnostics): void {
  const entries = stage.data[name]
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) return
  for (const [id, value] of Object.entries(entries)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    for (const key of Object.keys(value)) if (!known.includes(key)) diagnostics.add(unknownKey(stage.lineOf(name, id), key, known))
  }
}
