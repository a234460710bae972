/**
 * What a strict LMS lets a unit say in cmi5 (AICC/CMI-5_Spec_Current, Quartz): the requirement that a statement breaks, by the number that the
 * conformance tests of cmi5 know it by.
 */
import { Refusal, shown } from '../lrs/refusal'
import { agentKey, canonical } from '../lrs/same'
import { VOIDED } from '../lrs/statements'
import type { Agent, Context, Kept, Launch, Registration, Statement, Thing } from '../lrs/types'
import { hasCategory, isDefined, isVerb, sessionOf } from './standing'
import { categories, extensions, type Verb } from './vocabulary'

export interface Session {
  readonly launch: Launch
  readonly registration: Registration
  readonly actor: Agent
  /** The LMS's id of the unit. */
  readonly activity: string
  readonly mastery: number | null
  readonly template: Context
}

const SAYS = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const satisfies readonly Verb[]
const MOVES: readonly Verb[] = ['completed', 'passed', 'failed']

/** `before`: everything the LRS holds, in the order it came. */
export function checkCmi5(statement: Statement, before: readonly Kept[], session: Session): void {
  const broken = (rule: string, message: string): never => {
    throw new Refusal(403, `${rule}: ${message} (statement ${statement.id}).`, rule)
  }
  const { launch, registration, actor } = session
  if (!launch.readData) broken('10.2.1', 'LMS.LaunchData has to be read before anything is said')
  if (!launch.readPreferences) broken('11.0.0.0-3', 'cmi5LearnerPreferences have to be read before anything is said')
  if (statement.verb.id === VOIDED) broken('6.3.0.0-1', 'a unit voids nothing')
  if (!/(Z|\+00(:?00)?)$/.test(statement.timestamp)) broken('9.7.0.0-2', `the timestamp is ${statement.timestamp}; expected UTC`)
  if (agentKey(statement.actor) !== agentKey(actor))
    broken('8.1.3.0-3', `the actor is ${shown(statement.actor)}; expected the one that was launched`)
  if (statement.context?.registration !== registration.id) {
    broken('9.6.1.0-1', `the registration is ${shown(statement.context?.registration)}; expected ${registration.id}`)
  }
  checkSession(statement, session, broken)
  const mine = before.filter((one) => sessionOf(one.statement) === launch.id && one.session !== null).map((one) => one.statement)
  const said = (name: Verb): boolean => mine.some((one) => isDefined(one) && isVerb(one, name))
  if (said('terminated')) broken('8.1.2.0-2', 'nothing may follow "terminated"')
  if (!said('initialized') && !isVerb(statement, 'initialized')) broken('9.3.0.0-4', '"initialized" comes first')
  const verb = SAYS.find((name) => isVerb(statement, name))
  if (hasCategory(statement, categories.moveOn) && !(isDefined(statement) && verb !== undefined && MOVES.includes(verb))) {
    broken('9.6.2.2-2', 'only "completed", "passed" and "failed" have the category moveon')
  }
  if (!isDefined(statement)) return
  if (verb === undefined) return broken('9.3.0.0-1', `the verb is ${statement.verb.id}; expected one that cmi5 defines`)
  if (statement.object.id !== session.activity)
    broken('8.1.5.0-6', `the object is ${shown(statement.object.id)}; expected ${session.activity}`)
  if (launch.mode !== 'normal' && MOVES.includes(verb)) {
    broken(launch.mode === 'browse' ? '10.2.2.0-2' : '10.2.2.0-3', `"${verb}" may not be said in ${launch.mode} mode`)
  }
  if (said(verb)) broken('9.3.0.0-2', `"${verb}" was said in this session already`)
  const ever = before.filter(
    ({ statement: one }) => isDefined(one) && one.object.id === session.activity && one.context?.registration === registration.id,
  )
  const once = (name: Verb): boolean => ever.some((one) => isVerb(one.statement, name))
  if (verb === 'completed' && once('completed')) broken('9.3.0.0-6', '"completed" was said in this registration already')
  if (verb === 'passed' && once('passed')) broken('9.3.0.0-7', '"passed" was said in this registration already')
  if (verb === 'failed' && once('passed')) broken('9.3.0.0-8', '"failed" may not follow "passed"')
  if ((verb === 'passed' && said('failed')) || (verb === 'failed' && said('passed')))
    broken('9.3.0.0-3', 'a session says "passed" or "failed", not both')
  checkResult(statement, verb, session, broken)
}

type Broken = (rule: string, message: string) => never

/** The context template lies under every statement, the session's id in it. */
function checkSession({ context }: Statement, { launch, registration, template }: Session, broken: Broken): void {
  const id = context?.extensions?.[extensions.session]
  if (id === undefined) broken('9.6.3.1-4', 'there is no session id in the context')
  const other = registration.launches.find((one) => one.id === id && one !== launch)
  if (other?.ended?.how === 'abandoned') broken('9.3.6.0-2', `session ${other.id} was abandoned`)
  if (other?.ended?.how === 'terminated') broken('8.1.2.0-2', `session ${other.id} was terminated`)
  const holds = (of: Thing): boolean => [context?.contextActivities?.['grouping'] ?? []].flat().some((one) => one.id === of.id)
  const whole =
    [template.contextActivities?.['grouping'] ?? []].flat().every(holds) &&
    Object.entries(template.extensions ?? {}).every(([key, value]) => canonical(context?.extensions?.[key]) === canonical(value))
  if (!whole) broken('10.2.1.0-6', `the context lacks what the context template has; expected ${shown(template)}`)
}

function checkResult({ result, context, ...statement }: Statement, verb: Verb, { mastery }: Session, broken: Broken): void {
  const judged = verb === 'passed' || verb === 'failed'
  const lasts: Partial<Record<Verb, string>> = { terminated: '9.5.4.1-1', completed: '9.5.4.1-2', passed: '9.5.4.1-3', failed: '9.5.4.1-4' }
  if (verb === 'completed' && result?.completion !== true) broken('9.5.3.0-1', '"completed" says completion true')
  if (verb !== 'completed' && result?.completion !== undefined) broken('9.5.3.0-2', `"${verb}" says nothing of completion`)
  if (verb === 'passed' && result?.success !== true) broken('9.5.2.0-1', '"passed" says success true')
  if (verb === 'failed' && result?.success !== false) broken('9.5.2.0-2', '"failed" says success false')
  if (!judged && result?.success !== undefined) broken('9.5.2.0-3', `"${verb}" says nothing of success`)
  const moves = hasCategory({ ...statement, ...(context ? { context } : {}) }, categories.moveOn)
  if (MOVES.includes(verb) && !moves) broken('9.6.2.2-1', `"${verb}" has the category moveon`)
  const score = result?.score
  if (score !== undefined && !judged) broken('9.5.1.0-2', `"${verb}" has no score`)
  if (score?.raw !== undefined && (score.min === undefined || score.max === undefined))
    broken('9.5.1.0-3', 'a raw score stands between min and max')
  if (score !== undefined && mastery !== null) {
    const told = context?.extensions?.[extensions.mastery]
    if (told !== mastery) broken('9.6.3.2-2', `masteryscore in the context is ${shown(told)}; expected ${mastery}`)
    const scaled = score.scaled ?? 0
    if (verb === 'passed' && scaled < mastery) broken('9.3.4.0-2', `passed with ${scaled}, below the mastery score ${mastery}`)
    if (verb === 'failed' && scaled >= mastery) broken('9.3.6.0-1', `failed with ${scaled}, not below the mastery score ${mastery}`)
  }
  const rule = lasts[verb]
  if (rule !== undefined && result?.duration === undefined) broken(rule, `"${verb}" says a duration`)
}
