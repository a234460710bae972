/** The LRS on the wire: reads a request, keeps the record, writes every request down, answers. */
import { SLOW, type LrsFault } from '../faults'
import type { Learner } from '../learners'
import type { XapiPackage } from '../library'
import { readBody, send, type Request, type Response } from '../reply'
import { activityIdOf, type Clerk } from '../xapi/open'
import { answerLrs, sessionOfToken, VERSION, type LrsRequest } from './answer'
import { forwardStatements } from './forward'
import type { Records } from './records'
import { Refusal } from './refusal'
import type { Answer, Asked, LearningRecord } from './types'

export interface LrsPlace {
  readonly one: XapiPackage
  readonly learner: Learner
  readonly records: Records
  readonly clerk: Clerk
  /** Where statements go besides; null: nowhere. */
  readonly statements: URL | null
  readonly faults: readonly LrsFault[]
}

export async function serveLrs(request: Request, response: Response, url: URL, resource: string, place: LrsPlace): Promise<void> {
  const header = (name: string): string => String(request.headers[name] ?? '')
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  const asked: LrsRequest = { method, resource, path: url.pathname, params: url.searchParams, header, body: await readBody(request) }
  const { faults } = place
  if (faults.includes('delay')) await new Promise((resolve) => setTimeout(resolve, SLOW))
  const status = (['401', '429', '500', '503'] as const).find((fault) => faults.includes(fault))
  if (status !== undefined || faults.includes('cut')) {
    met(asked, place, status ?? '0')
    if (status === undefined) return void request.socket.destroy()
    const said = { error: 'A fault of the launch page, switched on there.' }
    return reply(
      request,
      response,
      { status: Number(status), body: said, headers: status === '429' ? { 'Retry-After': '3' } : {} },
      place.clerk.now,
    )
  }
  const answer = await answered(asked, place)
  if (faults.includes('dropped')) return void request.socket.destroy()
  reply(request, response, answer, place.clerk.now)
}

/** Written down, and nothing else. */
function met(asked: LrsRequest, { one, learner, records, clerk }: LrsPlace, fault: string): void {
  const record = records.read(learner.id, one.home)
  const said = line(record, asked, { status: Number(fault) }, 'A fault of the launch page.', clerk, one)
  records.write(learner.id, one.home, { ...record, requests: [...record.requests, said] })
}

/** Kept, written down, and not sent yet. */
async function answered(asked: LrsRequest, { one, learner, records, clerk, statements }: LrsPlace): Promise<Answer> {
  const read = (): LearningRecord => records.read(learner.id, one.home)
  const keep = (record: LearningRecord, answer: Answer, said: string): Answer => {
    records.write(learner.id, one.home, { ...record, requests: [...record.requests, line(record, asked, answer, said, clerk, one)] })
    return answer
  }
  try {
    const first = answerLrs(read(), one, learner, asked, clerk)
    if (statements === null || asked.resource !== 'statements') return keep(first.record, first.answer, '')
    const answer = await forwardStatements(statements, asked, VERSION)
    const taken = answer.status < 300
    // Others may have written meanwhile.
    return keep(taken ? answerLrs(read(), one, learner, asked, clerk).record : read(), answer, taken ? '' : 'The other LRS said so.')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, message, rule } = error
    // What is not there yet is no mistake of who asks.
    return keep(
      read(),
      { status, body: { error: message, ...(rule === undefined ? {} : { rule }) } },
      status === 404 && asked.method === 'GET' ? '' : message,
    )
  }
}

function line(record: LearningRecord, asked: LrsRequest, { status }: Answer, said: string, { now }: Clerk, one: XapiPackage): Asked {
  const { method, resource, params, header } = asked
  const id = params.get('stateId') ?? params.get('profileId')
  const unit = one.structure.units.find(({ key }) => activityIdOf(one.home, one.structure, key) === params.get('activityId'))
  const what = [
    resource,
    id ?? (resource === 'statements' && method === 'GET' ? params.toString() : ''),
    unit && one.structure.units.length > 1 ? unit.key : '',
  ]
  return {
    n: (record.requests.at(-1)?.n ?? -1) + 1,
    at: now,
    session: sessionId(record, header('authorization')),
    ...{ method, what: what.filter((part) => part !== '').join(' '), status, said },
  }
}

function sessionId(record: LearningRecord, authorization: string): string {
  try {
    return sessionOfToken(record, authorization).launch.id
  } catch {
    return ''
  }
}

export function reply(request: Request, response: Response, { status, body, type, headers = {} }: Answer, now: string): void {
  const standard = {
    'X-Experience-API-Version': VERSION,
    'X-Experience-API-Consistent-Through': now,
    ...(status === 401 ? { 'WWW-Authenticate': 'xAPI' } : {}),
    ...headers,
  }
  if (body === undefined) {
    response.writeHead(status, { ...standard, 'Cache-Control': 'no-store' }).end()
    return
  }
  const text = typeof body === 'string' && type !== undefined ? body : JSON.stringify(body)
  send(request, response, status, type ?? 'application/json; charset=utf-8', text, standard)
}
