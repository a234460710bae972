/** `call.yaml`: the one call of the course, and everything `{{name}}` can take from it. */
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import type { Actor, Call } from '../tree'
import { readYaml } from './read-yaml'
import { readShape, text } from './shape'

const actor = z
  .object({ is: z.enum(['laptop', 'phone', 'server', 'nat', 'firewall', 'attacker', 'clock']), name: text })
  .catchall(z.union([z.string(), z.number().transform(String)], { error: 'text' }))

const call = z
  .object({
    cast: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name in small letters'), actor),
    moments: z.record(z.string(), z.number()).optional(),
  })
  .catchall(z.union([z.string(), z.number()], { error: 'text or a number' }))

export function readCall(file: string, source: string, diagnostics: Diagnostics): Call | null {
  const yaml = readYaml(file, source, 0, diagnostics)
  const data = yaml && readShape(call, yaml, diagnostics)
  if (!data) return null
  const { cast, moments = {}, ...single } = data
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(single)) values.set(name, String(value))
  for (const [name, value] of Object.entries(moments)) values.set(`moments.${name}`, String(value))
  for (const [name, keys] of Object.entries(cast)) for (const [key, value] of Object.entries(keys)) values.set(`${name}.${key}`, value)
  return { cast: cast as { readonly [name: string]: Actor }, values }
}
