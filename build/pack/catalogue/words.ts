/** Small pieces of the catalogue page that several of its parts say. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Module } from '../../../src/model/course'
import type { Settings } from '../../../src/model/settings'
import { confidenceWords, type Confidence } from '../lms/preset'
import type { Package } from '../packages'

export interface CatalogueContent {
  readonly course: Course
  readonly packages: readonly Package[]
  /** What these packages are set to. */
  readonly settings: Settings
  readonly mastery: boolean
}

/** What stands between backticks is code. */
export function rich(say: string): ElementContent[] {
  return say.split('`').map((text, index) => (index % 2 === 1 ? h('code', text) : { type: 'text', value: text }))
}

/** How well something is known: a word, never a colour alone. */
export function known(by: Confidence): ElementContent {
  return h('span', { className: `known known-${by}` }, confidenceWords[by])
}

export function size(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

export function facts(module: Module): readonly string[] {
  const asked = module.screens.flatMap((screen) => screen.beats).filter((beat) => beat.ask !== null).length
  const topics = new Set(module.screens.flatMap((screen) => screen.covers)).size
  return [
    count(Math.round(module.minutes.narration), 'minute'),
    count(module.screens.length, 'screen'),
    count(topics, 'topic'),
    ...(asked > 0 ? [count(asked, 'prediction')] : []),
    module.quiz === null ? 'no quiz' : `a quiz of ${Math.min(module.quiz.draw, module.quiz.questions.length)}`,
  ]
}

/** As a sentence; for `wsqd configure` it is an option each. */
export function settingWords({ pass, completeOn, attempts, report }: Settings, mastery: boolean): string {
  const complete = { both: 'every screen is seen and the quiz passed', screens: 'every screen is seen', quiz: 'the quiz is passed' }[
    completeOn
  ]
  const tries = attempts === null ? 'as many attempts as one likes' : count(attempts, 'attempt')
  const judge = mastery ? ' The manifest names the pass mark, so the LMS may judge by it.' : ''
  const told = report === 'completed' ? ' The LMS hears “completed” alone, never passed or failed.' : ''
  return `Complete when ${complete}. Pass mark ${Math.round(pass * 100)} %, ${tries}.${told}${judge}`
}
