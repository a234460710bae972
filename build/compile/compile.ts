/** A folder of text → a course: read, link, check, emit. In memory; nothing here touches a disk or a clock. */
import type { Course } from '../../src/model/course'
import type { Files } from '../files'
import type { Metrics } from '../fonts/metrics'
import { directors } from '../stage/registry'
import { read } from './1-read/read'
import { link } from './2-link/link'
import { linkGlossary } from './2-link/link-glossary'
import { check } from './3-check/check'
import { emitModule } from './4-emit/emit-module'
import { Diagnostics, type Diagnostic } from './diagnostic'
import { frozen, revisionOf } from './revision'
import { statsOf, type Stats } from './stats'

export interface Compiled {
  /** Null where the text could not be made into scenes. Rules of the course (WSQD3nn) alone do not prevent one. */
  readonly course: Course | null
  readonly diagnostics: readonly Diagnostic[]
  readonly stats: Stats
}

/** `metrics` measure text with the fonts that ship: `await loadMetrics(root)`. */
export async function compile(folder: Files, metrics: Metrics): Promise<Compiled> {
  const diagnostics = new Diagnostics()
  const sources = read(folder, diagnostics)
  if (!sources) return { course: null, diagnostics: diagnostics.list(), stats: { modules: [] } }

  const { call, outline } = sources
  const linked = sources.modules.map((text) => ({ text, module: link(text, sources.modules, call, directors, diagnostics) }))
  const modules = linked.map(({ module }) => module)
  const glossary = linkGlossary(sources.glossary, call, diagnostics)
  const stats = statsOf(modules, outline)
  const whole = !diagnostics.hasErrors
  for (const { text, module } of linked) check(module, text, sources, whole, diagnostics)
  if (!whole) return { course: null, diagnostics: diagnostics.list(), stats }

  const drawing = new Diagnostics()
  const emitted = modules.map((module) => emitModule(module, { call, glossary, diagnostics: drawing, metrics }))
  for (const diagnostic of drawing.list()) diagnostics.add(diagnostic)
  const { title, iri, lang, passing } = sources.course
  const content = { format: 1 as const, iri, lang, title, modules: emitted, passing }
  const course = drawing.hasErrors ? null : frozen({ ...content, revision: revisionOf(content) })
  return { course, diagnostics: diagnostics.list(), stats }
}
