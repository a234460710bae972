/** A statement in a sentence: who did what, how it went, how long it took. */
import type { Kept, Statement, Thing } from '../lrs/types'
import { extensions as ours } from '../../../src/xapi/vocabulary'
import { extensions } from './vocabulary'

export interface Told {
  readonly words: string
  /** What stands behind it, such as the question in full; '' where there is no more. */
  readonly more: string
}

/** `at` is its place among all that are kept: the questions of an attempt are counted from its beginning. */
export function tell(all: readonly Kept[], at: number): Told {
  const kept = all[at]
  if (kept === undefined) return { words: '', more: '' }
  const { statement } = kept
  const teller = tellers[nameOf(statement)] ?? other
  const { words, more = '' } = teller(statement, all, at)
  return { words: kept.voided ? `${words} (taken back)` : words, more }
}

/** The last part of the verb's IRI: what a filter offers. */
export const nameOf = ({ verb }: Statement): string => verb.id.replace(/.*[/#]/, '')

type Teller = (one: Statement, all: readonly Kept[], at: number) => { readonly words: string; readonly more?: string }

const tellers: Readonly<Record<string, Teller>> = {
  launched: (one) => ({
    words: `The LMS launched “${titleOf(one.object)}” for ${who(one)}, in ${String(one.context?.extensions?.[extensions.mode])} mode`,
  }),
  abandoned: (one) => ({ words: `The LMS took the session for abandoned${after(one)}: the unit was launched again` }),
  satisfied: (one) => ({ words: `The LMS counts “${titleOf(one.object)}” as satisfied` }),
  initialized: (one) => ({ words: `${who(one)} began` }),
  terminated: (one) => ({ words: `${who(one)} left${after(one)}` }),
  completed: (one) => ({ words: `${who(one)} completed the unit${after(one)}` }),
  passed: (one) => ({ words: `${who(one)} passed${score(one)}` }),
  failed: (one) => ({ words: `${who(one)} failed${score(one)}` }),
  experienced: (one) => ({ words: `${who(one)} looked at “${titleOf(one.object)}”${lasting(one)}` }),
  progressed: (one) => ({ words: `${who(one)} has seen ${percentOf(one)} of “${titleOf(one.object)}”` }),
  achieved: (one) => ({ words: `${who(one)} reached the goal “${titleOf(one.object)}”${after(one)}` }),
  scored(one) {
    const attempt = one.result?.extensions?.[ours.attempt]
    return {
      words: `${who(one)} scored${score(one).replace(' with', '')}${attempt === undefined ? '' : ` in attempt ${String(attempt)} of the quiz`}`,
    }
  },
  answered(one, all, at) {
    const { response, success } = one.result ?? {}
    const parts = [said(one.object, response ?? ''), success === undefined ? '' : success ? 'right' : 'wrong', spent(one)].filter(
      (part) => part !== '',
    )
    const what = isAsked(one) ? 'answered what the screen asked' : `answered question ${place(one, all, at)} of the quiz`
    return { words: `${who(one)} ${what}: ${parts.join(', ')}`, more: titleOf(one.object) }
  },
  skipped: (one) => ({
    words: `${who(one)} skipped ${isAsked(one) ? 'what the screen asked' : `“${titleOf(one.object)}”`}`,
    more: titleOf(one.object),
  }),
  voided: (one) => ({ words: `${who(one)} took back the statement ${String(one.object.id).slice(0, 8)}` }),
}

const other: Teller = (one) => {
  const { display } = one.verb
  const verb = (display?.['en'] ?? display?.['en-US'] ?? Object.values(display ?? {})[0] ?? nameOf(one)).toLowerCase()
  const { success, completion, response } = one.result ?? {}
  const result = [
    response ?? '',
    success === undefined ? '' : success ? 'with success' : 'without success',
    completion === true ? 'complete' : '',
    score(one).trim(),
    spent(one),
  ].filter((part) => part !== '')
  return { words: [`${who(one)} ${verb} “${titleOf(one.object)}”`, ...result].join(', ') }
}

/** A prediction or a check of ours, in the middle of a screen (docs/xapi-profile.md). */
const isAsked = ({ object }: Statement): boolean => /\/m\d+\/p\/[^/]+$/.test(object.id ?? '')
/** By the first name, where it is one. */
const who = ({ actor }: Statement): string => (actor.name ?? actor.account?.name ?? actor.mbox ?? 'Somebody').split(' ')[0] ?? ''
const titleOf = ({ definition, id, name }: Thing): string => Object.values(definition?.name ?? {})[0] ?? name ?? id ?? ''
const percentOf = (one: Statement): string => `${String(one.result?.extensions?.[extensions.progress] ?? '?')} %`

function score({ result }: Statement): string {
  const { scaled, raw, max } = result?.score ?? {}
  if (scaled !== undefined) return ` with ${Math.round(scaled * 100)} %`
  return raw === undefined ? '' : ` with ${raw}${max === undefined ? '' : ` of ${max}`}`
}

const spent = ({ result }: Statement): string => (result?.duration === undefined ? '' : time(result.duration))
const after = (one: Statement): string => (spent(one) === '' ? '' : ` after ${spent(one)}`)
const lasting = (one: Statement): string => (spent(one) === '' ? '' : ` for ${spent(one)}`)

/** `PT63.2S` is 1 min 3 s. */
export function time(duration: string): string {
  const part = (letter: string, from: string): number => Number(new RegExp(`([\\d.]+)${letter}`).exec(from)?.[1] ?? 0)
  const [days = '', clock = ''] = duration.split('T')
  const seconds = ((part('D', days) * 24 + part('H', clock)) * 60 + part('M', clock)) * 60 + part('S', clock)
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return [hours && `${hours} h`, minutes && `${minutes} min`, !hours && whole % 60 && `${whole % 60} s`].filter(Boolean).join(' ')
}

/** Counted from the last attempt's end, in the same session or the one it went on from. */
function place(one: Statement, all: readonly Kept[], at: number): number {
  const attempt = one.result?.extensions?.[ours.attempt]
  const quiz = one.object.id?.replace(/\/[^/]*$/, '')
  const mine = all.slice(0, at + 1).filter(({ statement }) => {
    const same = statement.verb.id === one.verb.id && statement.object.id?.replace(/\/[^/]*$/, '') === quiz
    return same && statement.result?.extensions?.[ours.attempt] === attempt && statement.context?.registration === one.context?.registration
  })
  return new Set(mine.map(({ statement }) => statement.object.id)).size
}

/** A response in the words of the options; numbers and typed words as they stand. */
function said({ definition }: Thing, response: string): string {
  const listed = (...keys: readonly string[]) => keys.flatMap((key) => (definition?.[key] ?? []) as readonly Component[])
  // In pairs the ids of one side may be those of the other.
  const sides = [listed('source', 'choices', 'scale', 'steps'), listed('target', 'choices', 'scale', 'steps')]
  const named = (id: string, side: number): string => {
    const components = sides[Math.min(side, 1)] ?? []
    const description = Object.values(components.find((one) => one.id === id)?.description ?? {})[0]
    return description === undefined ? id : short(description)
  }
  const words = response
    .split('[,]')
    .map((part) => part.split('[.]').map(named).join(' – '))
    .join(' · ')
  return words === '' ? 'nothing' : `“${words}”`
}
interface Component {
  readonly id: string
  readonly description?: Readonly<Record<string, string>>
}
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)
