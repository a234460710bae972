/** A folder of text → a course: read, link, check, emit. In memory; nothing here touches a disk or a clock. */
import type { Course } from '../../src/model/course'
import type { Files } from '../files'
import type { Metrics } from '../fonts/metrics'
import { type Memory, noMemory } from '../memory'
import { directors } from '../stage/registry'
import { read } from './1-read/read'
import { link } from './2-link/link'
import { linkGlossary } from './2-link/link-glossary'
import { linkStops } from './2-link/link-stops'
import { check } from './3-check/check'
import { emitModule } from './4-emit/emit-module'
import { Diagnostics, type Diagnostic } from './diagnostic'
import { frozen, revisionOf } from './revision'
import { again } from './again'
import { statsOf, type Stats } from './stats'
import { checkTranslation } from './translate/check-translation'
import { inLanguage } from './translate/in-language'

export interface Compiled {
  /** Null where the text could not be made into scenes. Rules of the course (WSQD3nn) alone do not prevent one. */
  readonly course: Course | null
  readonly diagnostics: readonly Diagnostic[]
  readonly stats: Stats
}

/**
 * `metrics` measure text with the fonts that ship: `await loadMetrics(root)`. In another `lang` than the course is written in, translations
 * beside its files take their place. `memory` is of compilations with the same metrics.
 */
export async function compile(folder: Files, metrics: Metrics, lang?: string, memory: Memory = noMemory): Promise<Compiled> {
  const diagnostics = new Diagnostics()
  const translated = inLanguage(folder, lang)
  const said = (): readonly Diagnostic[] => translated.placed(diagnostics.list())
  const sources = read(translated.files, diagnostics, memory)
  if (!sources) return { course: null, diagnostics: said(), stats: { modules: [] } }
  // What is wrong with the source is said by a check of the source.
  const quiet = new Diagnostics()
  const source = lang === undefined ? sources : read(folder, quiet)
  const own = source?.course.lang ?? sources.course.lang
  if (lang !== undefined && lang !== own && source && !quiet.hasErrors) {
    checkTranslation(lang, { source: source.modules, translation: sources.modules }, { folder, translated }, diagnostics)
  }

  const { call, outline } = sources
  const linked = sources.modules.map((text) => ({ text, module: link(text, sources.modules, call, directors, diagnostics) }))
  const modules = linked.map(({ module }) => module)
  const glossary = linkGlossary(sources.glossary, call, diagnostics)
  const map = linkStops(sources.course, call, diagnostics)
  const stats = statsOf(modules, outline)
  const whole = !diagnostics.hasErrors
  for (const { text, module } of linked) check(module, text, sources, whole, diagnostics)
  if (!whole) return { course: null, diagnostics: said(), stats }

  const drawing = new Diagnostics()
  const emitted = modules.map((module) =>
    again(memory, `emit ${module.id}`, [module, call, glossary], drawing, (said) =>
      emitModule(module, { call, glossary, diagnostics: said, metrics }),
    ),
  )
  // A module that is not translated yet says so: its learners hear it in the language it is in.
  const spoken = sources.modules.some(({ folder }) => translated.has(`${folder}/screenplay.md`)) ? (lang ?? own) : own
  const inTheirs = emitted.map((module, i) =>
    spoken === own || translated.has(`${sources.modules[i]?.folder}/screenplay.md`) ? module : { ...module, lang: own },
  )
  for (const diagnostic of drawing.list()) diagnostics.add(diagnostic)
  const { title, iri, passing } = sources.course
  const content = { format: 1 as const, iri, lang: spoken, title, modules: inTheirs, passing, ...(map && { call: map }) }
  const course = drawing.hasErrors ? null : frozen({ ...content, revision: revisionOf(content) })
  return { course, diagnostics: said(), stats }
}
