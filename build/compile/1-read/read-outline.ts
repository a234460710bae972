/** `outline.yaml`: the modules, minutes and topics that the syllabus promises. */
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import { readYaml } from './read-yaml'
import { readShape, text } from './shape'

export interface Topic {
  readonly id: string
  readonly title: string
  readonly parts?: readonly Topic[] | undefined
}
export interface OutlineModule {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly minutes: { readonly running: number; readonly quiz: number }
  readonly topics: readonly Topic[]
}

const part = z.object({ id: z.string(), title: text })
const outline = z.object({
  modules: z.array(
    z.object({
      number: z.int(),
      id: text,
      title: text,
      minutes: z.object({ running: z.number(), quiz: z.number() }),
      topics: z.array(part.extend({ parts: z.array(part).optional() })),
    }),
  ),
})

export function readOutline(file: string, source: string, diagnostics: Diagnostics): readonly OutlineModule[] | null {
  const yaml = readYaml(file, source, 0, diagnostics)
  return (yaml && readShape(outline, yaml, diagnostics)?.modules) ?? null
}

/** Headings and parts, in the syllabus's order. */
export const topicsOf = (module: OutlineModule): readonly Topic[] => module.topics.flatMap((topic) => [topic, ...(topic.parts ?? [])])
