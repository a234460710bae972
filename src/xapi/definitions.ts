/** What an activity is, in full, every time: a report then needs no copy of the course (xAPI 1.0.3, part 2, §2.4.4.1). */
import type { Course, Module, Prediction, Screen } from '../model/course'
import { correctPattern } from '../model/grade'
import type { Pattern, Question, Response } from '../model/quiz'
import type { Html } from '../model/units'
import type { Activity, Component, Definition, LanguageMap } from './statement'
import { iris, types } from './vocabulary'

export const activity = (id: string, definition: Definition): Activity => ({ objectType: 'Activity', id, definition })

/** Markup of the course as plain words: what stands in a report is text. */
export const plain = (html: Html): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#x27|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'", '#39': "'", nbsp: ' ' }

export const languageOf = (course: Course, module?: Module): string => module?.lang ?? course.lang
const named = (lang: string, text: string): LanguageMap => ({ [lang]: text })

export const courseActivity = (course: Course): Activity =>
  activity(course.iri, { type: types.course, name: named(course.lang, course.title) })
export const moduleActivity = (course: Course, module: Module): Activity =>
  activity(iris(course).module(module.id), { type: types.module, name: named(languageOf(course, module), module.title) })
export const screenActivity = (course: Course, module: Module, screen: Screen): Activity =>
  activity(iris(course).screen(screen.id), { type: types.screen, name: named(languageOf(course, module), screen.title) })
export const quizActivity = (course: Course, module: Module): Activity =>
  activity(`${iris(course).module(module.id)}/quiz`, { type: types.quiz, name: named(languageOf(course, module), module.title) })

/** A place and a line of code are choices; what is typed is `fill-in` (docs/conformance.md, ASK-3 and ASK-5). */
export const questionDefinition = (question: Question, lang: string): Definition => {
  const components = (list: readonly { readonly id: string; readonly html: Html }[]): readonly Component[] =>
    list.map(({ id, html }) => ({ id, description: named(lang, plain(html) || id) }))
  const base = {
    type: types.question,
    name: named(lang, question.plain),
    description: named(lang, plain(question.prompt) || question.plain),
    correctResponsesPattern: patterns(correctPattern(question)),
  }
  switch (question.kind) {
    case 'order':
      return { ...base, interactionType: 'sequencing', choices: components(question.items) }
    case 'match':
      return { ...base, interactionType: 'matching', source: components(question.sources), target: components(question.targets) }
    case 'number':
      return { ...base, interactionType: 'numeric' }
    case 'text':
      return { ...base, interactionType: 'fill-in' }
    default:
      return { ...base, interactionType: 'choice', choices: components(question.options) }
  }
}

/** Several options may be right: any of them is. A check is the question it asks. */
export const predictionDefinition = ({ question, options, check }: Prediction, lang: string): Definition => {
  if (check) return questionDefinition(check, lang)
  const name = named(lang, plain(question))
  return {
    type: types.question,
    name,
    description: name,
    interactionType: 'choice',
    choices: options.map(({ id, html }) => ({ id, description: named(lang, plain(html) || id) })),
    correctResponsesPattern: options.filter(({ right }) => right).map(({ id }) => id),
  }
}

/** Each accepted text is a pattern of its own: a separator would ask for all of them. */
export const patterns = (right: Pattern): readonly string[] => {
  if (right.kind === 'number') return [`${right.min}[:]${right.max}`]
  if (right.kind === 'text') return right.accept.map((words) => `{case_matters=${right.exact}}${undelimited(words)}`)
  return [written(right)]
}

/** xAPI 1.0.3, part 2, §2.4.4.1: sets in one order, so that equal answers are equal texts. */
export const written = (response: Response): string => {
  switch (response.kind) {
    case 'choice':
      return response.option
    case 'several':
      return [...response.options].sort().join('[,]')
    case 'order':
      return response.items.join('[,]')
    case 'match':
      return response.pairs
        .map((pair) => pair.join('[.]'))
        .sort()
        .join('[,]')
    case 'number':
      return String(response.value)
    case 'text':
      return undelimited(response.text)
  }
}

const undelimited = (text: string): string => text.replace(/\[([,.:])\]/g, '($1)')
