/** Checks YAML data against a zod schema; every fault becomes a diagnostic at the line of its key. */
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import { wrongShape } from './messages'
import { reveal } from './placeholders'
import type { YamlText } from './read-yaml'

/** A map with these keys and no others; the fault of an unknown key names the known ones. */
export function shape<T extends z.ZodRawShape>(keys: T) {
  const known = Object.keys(keys).join(', ')
  return z.strictObject(keys, { error: (issue) => (issue.code === 'unrecognized_keys' ? `one of the keys ${known}` : undefined) })
}

/** Text as a person writes it: a number is fine, an empty one is not. */
export const text = z.union([z.string(), z.number()], { error: 'text' }).transform(String).pipe(z.string().trim().min(1, 'text'))

/** `under`: the path of the data inside the YAML, where only a piece of it is checked. */
export function readShape<T>(
  schema: z.ZodType<T>,
  yaml: YamlText,
  diagnostics: Diagnostics,
  data: unknown = yaml.data,
  under: readonly PropertyKey[] = [],
): T | null {
  const result = schema.safeParse(data, { reportInput: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    for (const key of keys) {
      const path = key === undefined ? issue.path : [...issue.path, key]
      const found = key === undefined ? `${pathOf(under, path)} ${describe(issue.input)}` : `the key \`${key}\``
      const expected = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
      diagnostics.add(wrongShape(yaml.at([...under, ...path]), found, plain(expected)))
    }
  }
  return null
}

const pathOf = (under: readonly PropertyKey[], path: readonly PropertyKey[]): string => {
  const keys = [...under, ...path].map(String)
  return keys.length === 0 ? 'the whole is' : `\`${keys.join('.')}\` is`
}

/** zod says “Invalid input: expected string, received number”; the diagnostic has its own words around the middle. */
function plain(message: string): string {
  const middle = message
    .replace(/^Invalid (input|option): expected /, '')
    .replace(/^Too (big|small): expected \w+ to (be|have) /, '')
    .replace(/, received .*$/, '')
  const words: Readonly<Record<string, string>> = {
    record: 'a map',
    object: 'a map',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
  }
  return words[middle] ?? middle.replaceAll('"|"', ', ').replaceAll('"', '')
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'a list'
  if (value !== null && typeof value === 'object') return 'a map'
  const shown = reveal(String(value))
  return `“${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}”`
}
