/** One screen with everything it names looked up. */
import { fill } from '../1-read/placeholders'
import type { AskText, BeatText, PredictionText, ScreenText, StageText } from '../1-read/screenplay'
import type { Prediction } from '../../../src/model/course'
import type { Question } from '../../../src/model/quiz'
import type { Definition } from 'mdast'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { At, Call, Json, LinkedBeat, LinkedScreen, StageBlock } from '../tree'
import { linkDirections } from './link-direction'
import { checkEntrances, inherit, inheritedBy } from './continues'
import { badClock, checkUnknown, recallUnknown, stageTwice } from './messages'
import { Scope, type Directors } from './scope'
import { told } from './told'
import { captionHtml, plainText, readerHtml } from './to-html'
import { fillData } from './values'

export interface Context {
  readonly call: Call
  readonly directors: Directors
  readonly diagnostics: Diagnostics
  readonly definitions: readonly Definition[]
  /** The screens before this one. */
  readonly before: readonly LinkedScreen[]
  /** The checks of quiz.yaml that are asked, and the names of all. */
  readonly checks: ReadonlyMap<string, Question>
  readonly checkNames: readonly string[]
  /** What another module asks, and that module's title; or the names that come near. */
  recall(
    module: string,
    prediction: string,
  ): { readonly text: PredictionText; readonly title: string } | { readonly near: readonly string[] }
  slot(sort: 'screens' | 'predictions' | 'questions', id: string, at: At): number
}

export function linkScreen(text: ScreenText, context: Context): LinkedScreen {
  const { call, diagnostics } = context
  const { id, title, covers, continues, at } = text
  const own = linkStages(text, context)
  const inherited = inheritedBy(text, context)
  const stages = inherited ? inherit(inherited, own.stages, diagnostics) : own.stages
  const { unbuilt } = own
  const scope = new Scope(stages, unbuilt, context.directors, call, diagnostics)
  const beats = text.beats.map((beat) => linkBeat(beat, scope, context))
  if (inherited) checkEntrances(beats, inherited, context.before, diagnostics)
  return {
    id,
    slot: context.slot('screens', id, at),
    title: fill(title, call.values),
    covers,
    continues: inherited && continues,
    stages,
    beats,
    cases: text.cases.map((one) => ({ ...one, directions: linkDirections(one.directions, scope, null) })),
    more: text.more.length > 0 ? readerHtml(text.more, context.definitions, call.values) : null,
    clock: clockOf(text, context),
    at,
  }
}

function linkStages(text: ScreenText, { call, diagnostics }: Context) {
  for (const [index, stage] of text.stages.entries()) {
    const earlier = text.stages.slice(0, index)
    if (earlier.some(({ name }) => name === stage.name))
      diagnostics.add(stageTwice(stage.at, `a second stage \`${stage.name}\``, 'give it a name of its own'))
    else if (earlier.some(({ place }) => place === stage.place))
      diagnostics.add(stageTwice(stage.at, `a second stage at \`${stage.place}\``, 'write left, right, below or overlay after its name'))
  }
  return { stages: text.stages.map((stage) => linkStage(stage, call)), unbuilt: text.lost }
}

function linkStage({ kind, name, place, yaml, at }: StageText, call: Call): StageBlock {
  const data = (fillData(yaml.data, call) ?? {}) as { readonly [key: string]: Json }
  return { kind, name, place, data, at, lineOf: (...path) => (yaml.data === null ? at : yaml.at(path)) }
}

function linkBeat(text: BeatText, scope: Scope, context: Context): LinkedBeat {
  const { values } = context.call
  const say = plainText(text.paragraph.children, values)
  const words = say.split(/\s+/).filter(Boolean)
  return {
    say,
    html: captionHtml(text.paragraph.children, values),
    words,
    directions: linkDirections(text.directions, scope, { say, words }),
    ask: text.ask && linkAsk(text.ask, context),
    at: text.at,
  }
}

function linkAsk(text: AskText, context: Context): Prediction | null {
  const { id, at } = text
  if (text.kind === 'predict') return linkPrediction(text, context)
  if (text.kind === 'check') {
    const check = context.checks.get(id)
    if (check) return { id, slot: check.slot, question: check.prompt, options: told(check), check }
    context.diagnostics.add(checkUnknown(at, id, nearest(id, context.checkNames)))
    return null
  }
  const found = context.recall(text.module, text.prediction)
  if ('text' in found) return { ...linkPrediction({ ...found.text, id, at }, context), from: found.title }
  context.diagnostics.add(recallUnknown(at, `${text.module}/${text.prediction}`, found.near))
  return null
}

function linkPrediction({ id, question, options, at }: PredictionText, context: Context): Prediction {
  const { values } = context.call
  return {
    id,
    slot: context.slot('predictions', id, at),
    question: captionHtml(question, values),
    options: options.map((option) => ({
      id: option.id,
      html: captionHtml(option.text, values),
      right: option.right,
      feedback: captionHtml(option.feedback, values),
    })),
  }
}

function clockOf({ clock, at }: ScreenText, { call, diagnostics }: Context): number | null {
  if (clock === null) return null
  const filled = fill(clock, call.values)
  if (/^\d+$/.test(filled)) return Number(filled)
  diagnostics.add(badClock(at, filled))
  return null
}
