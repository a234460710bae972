/** Taking statements: ids, what is there already, voiding. Pure: what was kept before, and what is after. */
import { Refusal, shown } from './refusal'
import { isSame } from './same'
import type { Agent, Kept, Statement } from './types'
import { validate } from './validate'

export const VOIDED = 'http://adlnet.gov/expapi/verbs/voided'
export const AUTHORITY: Agent = { objectType: 'Agent', account: { homePage: 'https://preview-lms.invalid', name: 'preview' } }

type Sent = Readonly<Record<string, unknown>>

export interface Taking {
  /** Of the session that sends them; null for the LMS itself. */
  readonly session: string | null
  /** ISO 8601. */
  readonly now: string
  readonly newId: () => string
  /** Throws what a new statement breaks, in the light of those before it. */
  readonly check: (statement: Statement, before: readonly Kept[]) => void
}
export interface Taken {
  readonly kept: readonly Kept[]
  readonly ids: readonly string[]
  /** Those that were not there before. */
  readonly fresh: readonly Statement[]
}

/** All of them or none (xAPI 1.0.3, part 3, §2.1.2). */
export function take(before: readonly Kept[], body: unknown, { session, now, newId, check }: Taking): Taken {
  const sent: readonly unknown[] = Array.isArray(body) ? (body as readonly unknown[]) : [body]
  sent.forEach((one, at) => validate(one, Array.isArray(body) ? `statements[${at}]` : 'statement'))
  const ids = sent.map((one) => String((one as Sent)['id'] ?? newId()).toLowerCase())
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Refusal(400, `statements: the id ${twice} stands twice in one request; expected each once.`)
  let kept = before
  const fresh: Statement[] = []
  for (const [at, one] of sent.entries()) {
    const id = ids[at] as string
    const there = kept.find(({ statement }) => statement.id === id)
    if (there !== undefined) {
      if (isSame(there.statement, { ...(one as Sent), id })) continue
      throw new Refusal(409, `${id} is here already with another body. A statement never changes (xAPI 1.0.3, part 3, §2.1.2).`)
    }
    const statement = { timestamp: now, ...(one as Sent), id, stored: now, authority: AUTHORITY, version: '1.0.3' } as unknown as Statement
    check(statement, kept)
    fresh.push(statement)
    kept = [...voiding(kept, statement), { statement, session, voided: false }]
  }
  return { kept, ids, fresh }
}

/** xAPI 1.0.3, part 2, §2.3.2. A voiding statement itself cannot be voided. */
function voiding(kept: readonly Kept[], { verb, object }: Statement): readonly Kept[] {
  if (verb.id !== VOIDED) return kept
  if (object.objectType !== 'StatementRef') {
    throw new Refusal(400, `statement.object is ${shown(object)}; expected a StatementRef, since the verb is "voided".`)
  }
  const target = kept.find(({ statement }) => statement.id === object.id)
  if (target?.statement.verb.id === VOIDED) {
    throw new Refusal(400, `${String(object.id)} voids a statement itself; expected one that does not. Say again what it voided.`)
  }
  return kept.map((one) => (one === target ? { ...one, voided: true } : one))
}
