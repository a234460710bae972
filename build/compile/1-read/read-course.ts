/** `course.yaml`: what the programme is called, where its names live, and which modules it has, in order. */
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import { readYaml } from './read-yaml'
import { readShape, shape, text } from './shape'

export interface CourseText {
  readonly title: string
  readonly iri: string
  readonly lang: string
  readonly passing: number
  /** Folder names. */
  readonly modules: readonly string[]
  /** Where a module, by its number, stops the clock of the one call: a moment's name, `all` or `beyond`. */
  readonly stops: { readonly [number: string]: string }
}

const course = shape({
  title: text,
  iri: z.string().regex(/^https?:\/\/\S+[^/]$/, 'an address without a slash at its end'),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as en'),
  passing: z.number().gt(0, 'a share above 0, up to 1').lte(1, 'a share above 0, up to 1'),
  modules: z.array(z.string().regex(/^\d\d-[a-z0-9-]+$/, 'a folder such as 04-media-flows')).min(1),
  stops: z.record(z.string().regex(/^\d+$/, 'the number of a module'), text).default({}),
})

export function readCourse(file: string, source: string, diagnostics: Diagnostics): CourseText | null {
  const yaml = readYaml(file, source, 0, diagnostics)
  return yaml && readShape(course, yaml, diagnostics)
}
