/** From what a page sent to what goes to the LRS: every statement is of our profile and about our activities, and says who the relay says it is. */
import type { Activity, Statement } from '../../src/xapi/statement'
import { brokenRules } from '../../src/xapi/check'
import { category, verbs } from '../../src/xapi/vocabulary'
import type { Deployment } from './config'
import { Refusal } from './refusal'
import { statementShape } from './statement-shape'

/** More than a page sends at once. */
const MOST = 100
/** What follows the course's IRI (docs/xapi-profile.md). */
const PLACE = /^(?:\/m\d{2,3})?(?:\/quiz|\/[sqpg]\/[A-Za-z0-9._-]{1,100})?$/

/** `activities` is the course's IRI. Throws a `Refusal` for the first statement that will not do: none of the others is taken then. */
export function accept(body: string, { homePage }: Pick<Deployment, 'homePage'>, activities: string): readonly Statement[] {
  const list = parsed(body)
  if (list.length === 0 || list.length > MOST)
    throw new Refusal(400, 'size', `Found ${list.length} statements; expected 1 to ${MOST}. Send them in smaller batches.`)
  return list.map((one, index) => {
    const which = `Statement ${index + 1} of ${list.length}`
    const shape = statementShape.safeParse(one)
    if (!shape.success) {
      const [issue] = shape.error.issues
      const where = issue?.path.join('.') || 'all of it'
      throw new Refusal(400, 'shape', `${which} is not of the profile: ${where}: ${issue?.message ?? ''}. Expected docs/xapi-profile.md.`)
    }
    const said = shape.data
    const verb = Object.values(verbs).find(({ id }) => id === said.verb.id)
    if (verb === undefined) throw new Refusal(403, 'verb', `${which} has the verb "${said.verb.id}"; expected one of the profile.`)
    const named: readonly Activity[] = [
      said.object,
      ...(said.context.contextActivities?.parent ?? []),
      ...(said.context.contextActivities?.grouping ?? []),
    ] as never
    const foreign = named.find(({ id }) => !id.startsWith(activities) || !PLACE.test(id.slice(activities.length)))
    if (foreign) throw new Refusal(403, 'activity', `${which} is about "${foreign.id}"; expected an activity below ${activities}.`)
    // In the order of an envelope of ours, so that what is sent twice is the same text twice.
    const { id, object, result, context, timestamp } = said
    const statement = {
      id,
      actor: { objectType: 'Agent', account: { homePage, name: said.actor.account.name } },
      verb,
      object,
      ...(result === undefined ? {} : { result }),
      context,
      timestamp,
    } as Statement
    const broken = brokenRules(statement)
    if (broken.length > 0) throw new Refusal(400, 'rules', `${which} breaks ${broken.join(', ')} of docs/conformance.md.`)
    const strange = context.contextActivities?.category?.find((one) => one.id !== category.id)
    if (strange) throw new Refusal(403, 'category', `${which} has the category "${strange.id}"; expected the profile's alone.`)
    return statement
  })
}

function parsed(body: string): readonly unknown[] {
  try {
    const value = JSON.parse(body) as unknown
    return Array.isArray(value) ? value : [value]
  } catch {
    throw new Refusal(400, 'json', 'The body is not JSON; expected a statement, or a list of them.')
  }
}
