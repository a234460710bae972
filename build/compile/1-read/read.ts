/** Phase 1: a folder of files → what stands in them. */
import type { Files } from '../../files'
import { type Memory, noMemory } from '../../memory'
import { again } from '../again'
import type { Diagnostics } from '../diagnostic'
import type { Call } from '../tree'
import { fileMissing } from './messages'
import { readCall } from './read-call'
import { readCourse, type CourseText } from './read-course'
import { readGlossary, type TermText } from './read-glossary'
import { readOutline, type OutlineModule } from './read-outline'
import { readQuiz, type QuizText } from './read-quiz'
import { readScreenplay } from './read-screenplay'
import { readSlots, type Slots } from './read-slots'
import type { Screenplay } from './screenplay'

export interface ModuleText {
  /** Such as `04-media-flows`. */
  readonly folder: string
  readonly screenplay: Screenplay
  readonly quiz: QuizText | null
  /** Null where `slots.lock.json` is absent or faulty; `hasSlots` tells which. */
  readonly slots: Slots | null
  readonly hasSlots: boolean
  /** What the author wrote, by path: rules about literals read it as it stands. */
  readonly sources: ReadonlyMap<string, string>
}

export interface Sources {
  readonly course: CourseText
  readonly call: Call
  readonly outline: readonly OutlineModule[]
  /** Empty where there is no `glossary.yaml`. */
  readonly glossary: readonly TermText[]
  readonly modules: readonly ModuleText[]
}

type Reader<T> = (file: string, source: string, diagnostics: Diagnostics) => T | null

export function read(files: Files, diagnostics: Diagnostics, memory: Memory = noMemory): Sources | null {
  const once =
    <T>(reader: Reader<T>): Reader<T> =>
    (file, source, own) =>
      again(memory, `read ${file}`, [source], own, (said) => reader(file, source, said))
  const need = <T>(file: string, what: string, reader: Reader<T>): T | null => {
    const source = textOf(files, file)
    if (source !== null) return reader(file, source, diagnostics)
    diagnostics.add(fileMissing(file, what))
    return null
  }
  const course = need('course.yaml', 'title, iri, lang, passing and modules', readCourse)
  const call = need('call.yaml', 'the one call: its cast and moments', readCall)
  const outline = need('outline.yaml', 'the modules and topics of the syllabus', readOutline)
  const modules = (course?.modules ?? []).flatMap((folder): readonly ModuleText[] => {
    const screenplay = need(`${folder}/screenplay.md`, 'the screenplay of a module that course.yaml lists', once(readScreenplay))
    const may = <T>(name: string, reader: Reader<T>): T | null => {
      const source = textOf(files, `${folder}/${name}`)
      return source === null ? null : reader(`${folder}/${name}`, source, diagnostics)
    }
    const quiz = may('quiz.yaml', once(readQuiz))
    const slots = may('slots.lock.json', readSlots)
    if (!screenplay) return []
    return [{ folder, screenplay, quiz, slots, hasSlots: files.has(`${folder}/slots.lock.json`), sources: sourcesOf(files, folder) }]
  })
  const terms = textOf(files, 'glossary.yaml')
  const glossary = (terms !== null && readGlossary('glossary.yaml', terms, diagnostics)) || []
  return course && call && outline && { course, call, outline, glossary, modules }
}

/** As text without byte order mark, lines ended by LF. */
function textOf(files: Files, file: string): string | null {
  const bytes = files.get(file)
  return bytes ? new TextDecoder().decode(bytes).replaceAll('\r\n', '\n') : null
}

function sourcesOf(files: Files, folder: string): ReadonlyMap<string, string> {
  const names = [`${folder}/screenplay.md`, `${folder}/quiz.yaml`].filter((name) => files.has(name))
  return new Map(names.map((name) => [name, textOf(files, name) ?? '']))
}
