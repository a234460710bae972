/** What was said in one registration about one unit, and what follows from it. */
import type { Kept, Registration, Statement } from '../lrs/types'
import type { State } from '../state'
import type { Block, MoveOn, Structure, Unit } from './structure'
import { categories, extensions, verbs, type Verb } from './vocabulary'

export const isVerb = ({ verb }: Statement, name: Verb): boolean => verb.id === verbs[name]
export const sessionOf = ({ context }: Statement): unknown => context?.extensions?.[extensions.session]
export const hasCategory = ({ context }: Statement, id: string): boolean =>
  [context?.contextActivities?.['category'] ?? []].flat().some((one) => one.id === id)
/** cmi5-defined: not merely allowed. */
export const isDefined = (one: Statement): boolean => hasCategory(one, categories.cmi5)

/** `activity` is what the unit is called in statements: the LMS's id in cmi5, the publisher's in Tin Can. */
export function saidOf(kept: readonly Kept[], registration: Registration | undefined, activity: string): readonly Statement[] {
  return kept.flatMap(({ statement, voided }) =>
    !voided && statement.context?.registration === registration?.id && statement.object.id === activity ? [statement] : [],
  )
}

export function isMet(moveOn: MoveOn, said: readonly Statement[]): boolean {
  const moves = said.filter((one) => hasCategory(one, categories.moveOn))
  const [completed, passed] = [moves.some((one) => isVerb(one, 'completed')), moves.some((one) => isVerb(one, 'passed'))]
  const met: Readonly<Record<MoveOn, boolean>> = {
    NotApplicable: true,
    Completed: completed,
    Passed: passed,
    CompletedAndPassed: completed && passed,
    CompletedOrPassed: completed || passed,
  }
  return met[moveOn]
}

/** The blocks and the course that are satisfied now and were not before (cmi5 §9.3.9). */
export function newlySatisfied(
  { blocks, units }: Structure,
  before: readonly string[],
  saidOfUnit: (key: string) => readonly Statement[],
): readonly Block[] {
  const met = new Set(units.filter(({ key, moveOn }) => isMet(moveOn, saidOfUnit(key))).map(({ key }) => key))
  // From the inside outwards: the course last.
  return [...blocks].reverse().filter((block) => !before.includes(block.id) && block.units.every((key) => met.has(key)))
}

export function stateOfUnit(said: readonly Statement[], all: readonly Kept[], registration: Registration | undefined, unit: Unit): State {
  const launches = registration?.launches.filter(({ unit: of }) => of === unit.key) ?? []
  const last = (name: Verb): Statement | undefined => [...said].reverse().find((one) => isVerb(one, name))
  const judged = last('passed') ?? (last('completed') ? undefined : last('failed'))
  if (judged !== undefined) {
    const scaled = judged.result?.score?.scaled
    return told(isVerb(judged, 'passed') ? 'passed' : 'failed', scaled === undefined ? null : Math.round(scaled * 100))
  }
  if (last('completed')) return told('completed', null)
  if (launches.length === 0 && said.length === 0) return told('not attempted', null)
  const sessions = new Set<unknown>(launches.map(({ id }) => id))
  const reached = all.flatMap(({ statement, session }) => {
    const percent = statement.result?.extensions?.[extensions.progress]
    return typeof percent === 'number' && sessions.has(session) ? [percent] : []
  })
  return told('incomplete', reached.length === 0 ? null : Math.max(...reached))
}

const told = (kind: State['kind'], percent: number | null): State => ({
  kind,
  percent,
  label: percent === null ? kind : `${kind} ${percent} %`,
})
