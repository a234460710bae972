/** `{{name}}` → its value in call.yaml. */
import type { Diagnostics } from '../diagnostic'
import { fill, placeholders } from '../1-read/placeholders'
import { nearest } from '../nearest'
import { placeOf } from '../place-of'
import type { Call, Json } from '../tree'
import { unknownValue } from './messages'

/** Every `{{name}}` of a file that call.yaml does not have. */
export function checkValues(file: string, source: string, call: Call, diagnostics: Diagnostics): void {
  for (const { name, offset } of placeholders(source)) {
    if (!call.values.has(name)) diagnostics.add(unknownValue(placeOf(file, source, offset), name, nearest(name, call.values.keys())))
  }
}

/** YAML data with the values in place. A text that is nothing but one number's name becomes that number. */
export function fillData(data: unknown, call: Call): Json {
  if (typeof data === 'string') {
    const filled = fill(data, call.values)
    return filled !== data && /^\d+$/.test(filled) ? Number(filled) : filled
  }
  if (data === null || typeof data === 'number' || typeof data === 'boolean') return data
  if (Array.isArray(data)) return data.map((item) => fillData(item, call))
  if (typeof data !== 'object') return null
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [fill(key, call.values), fillData(value, call)]))
}
