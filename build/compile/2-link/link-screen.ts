/** One screen with everything it names looked up. */
import { fill } from '../1-read/placeholders'
import type { BeatText, PredictionText, ScreenText, StageText } from '../1-read/screenplay'
import type { Definition } from 'mdast'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { At, Call, Json, LinkedBeat, LinkedPrediction, LinkedScreen, StageBlock } from '../tree'
import { linkDirections } from './link-direction'
import { badClock, continuesUnknown, stageTwice } from './messages'
import { Scope, type Directors } from './scope'
import { captionHtml, plainText, readerHtml } from './to-html'
import { fillData } from './values'

export interface Context {
  readonly call: Call
  readonly directors: Directors
  readonly diagnostics: Diagnostics
  readonly definitions: readonly Definition[]
  /** Ids of the screens before this one. */
  readonly before: readonly string[]
  slot(sort: 'screens' | 'predictions' | 'questions', id: string, at: At): number
}

export function linkScreen(text: ScreenText, context: Context): LinkedScreen {
  const { call, diagnostics } = context
  const { id, title, covers, continues, at } = text
  const { stages, unbuilt } = linkStages(text, context)
  const scope = new Scope(stages, unbuilt, context.directors, call, diagnostics)
  if (continues !== null && !context.before.includes(continues))
    diagnostics.add(continuesUnknown(at, continues, nearest(continues, context.before)))
  return {
    id,
    slot: context.slot('screens', id, at),
    title: fill(title, call.values),
    covers,
    continues,
    stages,
    beats: text.beats.map((beat) => linkBeat(beat, scope, context)),
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
    ask: text.ask && linkPrediction(text.ask, context),
    at: text.at,
  }
}

function linkPrediction({ id, question, options, at }: PredictionText, context: Context): LinkedPrediction {
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
