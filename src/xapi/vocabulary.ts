/** Every IRI we say, in one place (docs/xapi-profile.md). None of them ever changes: reports pool by them. */
import type { Course, Module } from '../model/course'
import type { GoalId, ModuleId, PredictionId, QuestionId, QuizId, ScreenId } from '../model/units'
import type { Activity, Statement } from './statement'

/** Raised when what a statement holds changes so much that a report must ask which it is. */
export const PROFILE_VERSION = '1.0'
export const PROFILE = 'https://webrtcschool.com/xapi/wsqd/profile'
/** The category of every statement of ours, its version in the IRI (xAPI Profiles, part 2, §7). */
export const category: Activity = {
  objectType: 'Activity',
  id: `${PROFILE}/v${PROFILE_VERSION}`,
  definition: { type: 'http://adlnet.gov/expapi/activities/profile' },
}

const ADL = 'http://adlnet.gov/expapi/verbs'
const verb = (id: string): Statement['verb'] => ({ id, display: { en: id.replace(/.*\//, '') } })
export const verbs = {
  initialized: verb(`${ADL}/initialized`),
  terminated: verb(`${ADL}/terminated`),
  completed: verb(`${ADL}/completed`),
  passed: verb(`${ADL}/passed`),
  failed: verb(`${ADL}/failed`),
  experienced: verb(`${ADL}/experienced`),
  progressed: verb(`${ADL}/progressed`),
  answered: verb(`${ADL}/answered`),
  scored: verb(`${ADL}/scored`),
  achieved: verb(`${PROFILE}/verbs/achieved`),
  skipped: verb(`${PROFILE}/verbs/skipped`),
} as const
export type VerbName = keyof typeof verbs

const ACTIVITY = 'http://adlnet.gov/expapi/activities'
export const types = {
  course: `${ACTIVITY}/course`,
  module: `${ACTIVITY}/module`,
  screen: 'http://activitystrea.ms/schema/1.0/page',
  quiz: `${ACTIVITY}/assessment`,
  question: `${ACTIVITY}/cmi.interaction`,
  goal: `${ACTIVITY}/objective`,
} as const

/** Of results, but for the order, which is of the context. */
export const extensions = {
  version: `${PROFILE}/extensions/item-version`,
  attempt: `${PROFILE}/extensions/attempt`,
  order: `${PROFILE}/extensions/order-shown`,
  visible: `${PROFILE}/extensions/visible-ms`,
  revision: `${PROFILE}/extensions/course-revision`,
  /** cmi5's own: whole per cents. */
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
} as const

/** Design §4: `{iri}/m04`, `/m04/s/<screen>`, `/m04/q/<question>`, `/m04/p/<prediction>`, `/m04/g/<goal>`; the same in every package and standard. */
export const iris = (course: Pick<Course, 'iri' | 'modules'>) => {
  const byQuiz = (quiz: QuizId): Module | undefined => course.modules.find((module) => module.quiz?.id === quiz)
  const byScreen = (screen: ScreenId): Module | undefined =>
    course.modules.find((module) => module.screens.some((one) => one.id === screen))
  const byPrediction = (id: PredictionId): Module | undefined =>
    course.modules.find((module) => module.screens.some(({ beats }) => beats.some(({ ask }) => ask?.id === id)))
  const of = (module: Pick<Module, 'number'> | undefined): string =>
    module ? `${course.iri}/m${String(module.number).padStart(2, '0')}` : course.iri
  return {
    course: course.iri,
    module: (id: ModuleId): string => of(course.modules.find((module) => module.id === id)),
    quiz: (quiz: QuizId): string => `${of(byQuiz(quiz))}/quiz`,
    question: (quiz: QuizId, question: QuestionId): string => `${of(byQuiz(quiz))}/q/${question}`,
    screen: (screen: ScreenId): string => `${of(byScreen(screen))}/s/${screen}`,
    prediction: (prediction: PredictionId): string => `${of(byPrediction(prediction))}/p/${prediction}`,
    goal: (goal: GoalId): string => `${of(course.modules[0])}/g/${goal}`,
    moduleOfQuiz: byQuiz,
    moduleOfScreen: byScreen,
    moduleOfPrediction: byPrediction,
  }
}
