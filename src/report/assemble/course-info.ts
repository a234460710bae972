/** The course as the page needs it: titles, running times, and what each question and prediction asks, in plain words. */
import type { Course, Module, Screen } from '../../model/course'
import type { Question } from '../../model/quiz'
import { plain, predictionDefinition, questionDefinition } from '../../xapi/definitions'
import type { Definition } from '../../xapi/statement'
import type { CourseInfo } from '../figures'

export const courseInfo = (course: Course): CourseInfo => ({
  iri: course.iri,
  title: course.title,
  revision: course.revision,
  passing: course.passing,
  modules: course.modules.map((module) => ({
    number: module.number,
    id: module.id,
    title: module.title,
    minutes: module.minutes,
    hasQuiz: module.quiz !== null,
    screens: module.screens.map((screen) => ({ id: screen.id, title: screen.title, runs: runs(screen) })),
  })),
})

const runs = ({ beats }: Screen): number => Math.round(beats.reduce((all, { length }) => all + length, 0))

/** What was asked. */
export interface Asked {
  readonly kind: string
  readonly asks: string
  readonly screen: string
  readonly version: number
  readonly options: readonly { readonly key: string; readonly text: string; readonly right: boolean }[]
}

export const askedQuestion = (question: Question, lang: string): Asked => ({
  kind: question.kind,
  asks: plain(question.prompt) || question.plain,
  screen: question.teaches.screen,
  version: question.version,
  options: optionsOf(questionDefinition(question, lang), lang),
})

/** By id. */
export const askedPredictions = (module: Module, lang: string): ReadonlyMap<string, Asked> =>
  new Map(
    module.screens.flatMap((screen) =>
      screen.beats.flatMap(({ ask }) => {
        if (!ask) return []
        const definition = predictionDefinition(ask, lang)
        const asked: Asked = {
          kind: ask.check?.kind ?? 'choice',
          asks: definition.description?.[lang] ?? ask.id,
          screen: screen.id,
          version: ask.check?.version ?? 1,
          options: optionsOf(definition, lang),
        }
        return [[ask.id, asked] as const]
      }),
    ),
  )

/** Where answers are sets: their elements, as statements spell them. */
const optionsOf = ({ interactionType, choices, source, target, correctResponsesPattern }: Definition, lang: string): Asked['options'] => {
  const right = new Set(correctResponsesPattern?.flatMap((pattern) => pattern.split('[,]')))
  if (interactionType === 'choice') {
    return (choices ?? []).map(({ id, description }) => ({ key: id, text: description[lang] ?? '', right: right.has(id) }))
  }
  if (interactionType === 'matching') {
    return (source ?? []).flatMap((from) =>
      (target ?? []).map((to) => {
        const key = `${from.id}[.]${to.id}`
        return { key, text: `${from.description[lang] ?? ''} → ${to.description[lang] ?? ''}`, right: right.has(key) }
      }),
    )
  }
  if (interactionType === 'sequencing') {
    const key = correctResponsesPattern?.[0] ?? ''
    return [{ key, text: (choices ?? []).map(({ description }) => description[lang] ?? '').join(' → '), right: true }]
  }
  return []
}
