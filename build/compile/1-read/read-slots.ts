/** `slots.lock.json`: the number of every screen, prediction, question and goal, for ever. Progress is packed by these numbers. */
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import { readYaml } from './read-yaml'
import { readShape, shape } from './shape'

export const sorts = ['screens', 'predictions', 'questions', 'goals'] as const
export type Sort = (typeof sorts)[number]
export type Slots = { readonly [S in Sort]: { readonly [id: string]: number } }
export const noSlots: Slots = { screens: {}, predictions: {}, questions: {}, goals: {} }

const numbers = z
  .record(z.string(), z.int().min(0))
  .refine((given) => new Set(Object.values(given)).size === Object.keys(given).length, 'every number once')
const slots = shape({ screens: numbers, predictions: numbers, questions: numbers, goals: numbers })

export function readSlots(file: string, source: string, diagnostics: Diagnostics): Slots | null {
  const yaml = readYaml(file, source, 0, diagnostics)
  return yaml && readShape(slots, yaml, diagnostics)
}
