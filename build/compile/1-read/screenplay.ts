/** What the read phase hands on: the text as trees, every piece with its place, no name resolved and no value filled in. */
import type { Definition, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { At, Direction, StageKind, StagePlace, Verb } from '../tree'
import type { YamlText } from './read-yaml'

/** One `screenplay.md`. */
export interface Screenplay {
  readonly file: string
  readonly front: Front
  readonly screens: readonly ScreenText[]
  /** Targets of `[text][name]` links, wherever in the file they stand. */
  readonly definitions: readonly Definition[]
  readonly at: At
}

export interface Front {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly objectives: readonly string[]
}

export interface ScreenText {
  readonly id: string
  readonly title: string
  readonly covers: readonly string[]
  readonly continues: string | null
  /** As written; a `{{value}}` is filled in by link. */
  readonly clock: string | null
  readonly stages: readonly StageText[]
  /** Names of stage blocks that could not be read: what addresses them is not blamed a second time. */
  readonly lost: readonly string[]
  readonly beats: readonly BeatText[]
  readonly cases: readonly CaseText[]
  readonly more: readonly RootContent[]
  readonly at: At
}

export interface StageText {
  readonly kind: StageKind
  readonly name: string
  readonly place: StagePlace
  readonly yaml: YamlText
  readonly at: At
}

export interface BeatText {
  readonly paragraph: Paragraph
  readonly directions: readonly DirectionText[]
  readonly ask: AskText | null
  readonly at: At
}

export interface DirectionText {
  readonly verb: Verb
  readonly form: Direction['form']
  readonly names: readonly string[]
  readonly args: { readonly [name: string]: string | true }
  readonly hold: number
  readonly at: At
}

/** What stops the clock after a beat. Progress remembers each by its id. */
export type AskText = PredictionText | CheckText | RecallText

/** `::check[question]`: one of the `checks:` of quiz.yaml. */
export interface CheckText {
  readonly kind: 'check'
  readonly id: string
  readonly at: At
}
/** `::recall[module/prediction]`: what an earlier module asked. */
export interface RecallText {
  readonly kind: 'recall'
  readonly id: string
  readonly module: string
  readonly prediction: string
  readonly at: At
}
export interface PredictionText {
  readonly kind: 'predict'
  readonly id: string
  readonly question: readonly PhrasingContent[]
  readonly options: readonly PredictionOptionText[]
  readonly at: At
}
export interface PredictionOptionText {
  readonly id: string
  readonly right: boolean
  readonly text: readonly PhrasingContent[]
  readonly feedback: readonly PhrasingContent[]
}

export interface CaseText {
  readonly whatIf: string
  readonly label: string
  readonly option: string
  readonly hint: string
  readonly directions: readonly DirectionText[]
  readonly at: At
}
