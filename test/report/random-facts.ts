/** Small cohorts of facts that nobody planned: ties, fresh starts, answers without an end, module 0, times on the edge of a period. */
import { prng } from '../../src/model/draw'
import type { Fact } from '../../src/report/facts'
import { DAY, type Terms } from '../../src/report/terms'
import { newUuid } from '../../src/xapi/uuid'

export const AS_OF = Date.UTC(2026, 5, 15, 12)

export interface Cohort {
  readonly facts: readonly Fact[]
  readonly terms: Terms
}

export const randomCohort = (seed: number): Cohort => {
  const roll = prng(seed)
  const int = (below: number): number => Math.floor(roll() * below)
  const pick = <T>(from: readonly T[]): T => from[int(from.length)]!
  const people = 1 + int(14)
  const facts = Array.from({ length: int(400) }, (): Fact => {
    const actor = int(people)
    const verb = pick(['answered', 'answered', 'answered', 'experienced', 'experienced', 'scored', 'progressed', 'skipped', 'achieved', 'completed', 'passed', 'failed', 'initialized', 'terminated'] as const) // prettier-ignore
    const isUnit = ['completed', 'passed', 'failed', 'initialized', 'terminated'].includes(verb)
    const object = isUnit
      ? 'unit'
      : (({ experienced: 'screen', scored: 'quiz', progressed: 'module', skipped: 'prediction', achieved: 'goal' } as const)[
          verb as 'scored'
        ] ?? pick(['question', 'question', 'prediction'] as const))
    const isAnswer = verb === 'answered'
    const interaction = pick(['choice', 'choice', 'matching', 'fill-in', 'numeric', null])
    const set = (): string => [...new Set([pick('abcd'.split('')), pick('abcd'.split(''))])].sort().join('[,]')
    // Few different moments, so that many are equal.
    const time = AS_OF - int(110) * DAY + pick([0, 0, 1, 3_600_000, -1])
    return {
      id: newUuid(roll),
      time,
      stored: null,
      actor: `https://lms.example ${actor % 3 === 0 ? `it's ${actor}` : actor}`,
      label: pick(['', `Person ${actor}`, `P. ${actor}`]),
      registration: '',
      verb,
      object,
      module: isUnit && roll() < 0.1 ? 0 : 1 + int(3),
      item: ['screen', 'question', 'prediction', 'goal'].includes(object) ? `${object}-${int(4)}` : '',
      version: isAnswer ? 1 + int(2) : null,
      attempt: isAnswer || verb === 'scored' ? 1 + int(roll() < 0.6 ? 1 : 3) : null,
      interaction: isAnswer ? interaction : null,
      response: isAnswer ? (interaction === 'matching' ? set().replaceAll('a', 'a[.]1') : roll() < 0.05 ? '' : set()) : null,
      success: isAnswer ? roll() < 0.6 : verb === 'passed' ? true : null,
      score: verb === 'scored' || verb === 'passed' || (verb === 'failed' && roll() < 0.5) ? int(6) / 5 : null,
      duration: verb === 'experienced' || roll() < 0.85 ? int(pick([3_600_000, 60_000])) : null,
      visible: verb === 'experienced' && roll() < 0.8 ? int(pick([7_200_000, 90_000])) : null,
      shown: null,
      progress: verb === 'progressed' ? int(101) : null,
      lang: 'en',
      revision: pick(['r1', 'r2']),
    }
  })
  const roster =
    seed % 3 === 0
      ? null
      : Array.from({ length: people + 2 }, (_, i) => ({
          actor: `https://lms.example ${i % 3 === 0 ? `it's ${i}` : i}`,
          cohort: pick(['A', "B'", 'C; DROP TABLE facts']),
          label: pick(['', `Roster "${i}"`]),
        })).filter((_, i) => i % 5 !== 4)
  return { facts, terms: { asOf: AS_OF, passing: 0.8, modules: 3, roster } }
}
