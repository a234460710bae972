/**
 * A course as progress counts it: ids, slots and right answers, without pictures and words. Every `Course` is one. The programme's launch page
 * holds its map, some kilobytes a module, and loads a module when it is opened.
 */
import type { Course, Module, Prediction, Screen, SlotCounts } from './course'
import type {
  ChoiceQuestion,
  HotspotQuestion,
  LineQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  Quiz,
  SeveralQuestion,
  TextQuestion,
} from './quiz'
import type { OptionId } from './units'

export interface CourseMap extends Omit<Course, 'modules'> {
  readonly modules: readonly ModuleMap[]
}
export interface ModuleMap extends Pick<Module, 'id' | 'number' | 'title' | 'minutes'> {
  readonly lang?: string
  readonly slots: SlotCounts
  readonly screens: readonly ScreenMap[]
  readonly quiz: QuizMap | null
}
export interface ScreenMap extends Pick<Screen, 'id' | 'slot'> {
  readonly beats: readonly { readonly ask: Pick<Prediction, 'id' | 'slot'> | null }[]
}
export interface QuizMap extends Pick<Quiz, 'id' | 'draw'> {
  readonly questions: readonly QuestionMap[]
}
type Counted = 'id' | 'slot' | 'version' | 'kind'
export type QuestionMap =
  | Pick<ChoiceQuestion | HotspotQuestion | LineQuestion, Counted | 'right'>
  | Pick<SeveralQuestion, Counted | 'right'>
  | (Pick<OrderQuestion, Counted> & { readonly items: readonly { readonly id: OptionId }[] })
  | Pick<MatchQuestion, Counted | 'right'>
  | Pick<NumberQuestion, Counted | 'min' | 'max'>
  | Pick<TextQuestion, Counted | 'accept' | 'exact'>
