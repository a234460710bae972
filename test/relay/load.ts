/** So many writes a second, each a statement in a request of its own; what gets no answer is sent again with the id it has, as a page does. */
import { Agent, request } from 'node:http'
import type { Statement } from '../../src/xapi/statement'
import { one } from './said'
import { KEY, ORIGIN } from './setup'

export interface LoadOptions {
  readonly url: () => string
  readonly perSecond: number
  readonly seconds: number
  /** How many learners take turns. */
  readonly learners?: number
}

export interface Load {
  readonly sent: readonly Statement[]
  /** Answers by status; 0 is none. */
  readonly answers: ReadonlyMap<number, number>
  /** Of the requests that were answered with 200, in ms, sorted. */
  readonly took: readonly number[]
  /** How long all of it took, in ms. */
  readonly ms: number
}

const TICK = 50

/** Resolves when every statement was called stored. */
export const runLoad = async ({ url, perSecond, seconds, learners = 50 }: LoadOptions): Promise<Load> => {
  const sent: Statement[] = []
  const answers = new Map<number, number>()
  const took: number[] = []
  const under: Promise<void>[] = []
  const start = performance.now()
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const send = async (statement: Statement): Promise<void> => {
    const body = JSON.stringify([statement])
    for (;;) {
      const at = performance.now()
      const status = await post(agent, `${url()}/statements?key=${KEY}`, body)
      answers.set(status, (answers.get(status) ?? 0) + 1)
      if (status === 200) return void took.push(performance.now() - at)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const total = perSecond * seconds
  while (sent.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * perSecond))
    while (sent.length < due) {
      const statement = one(`learner-${sent.length % learners}`)
      sent.push(statement)
      under.push(send(statement))
    }
    await new Promise((resolve) => setTimeout(resolve, TICK))
  }
  await Promise.all(under)
  agent.destroy()
  return { sent, answers, took: took.sort((a, b) => a - b), ms: performance.now() - start }
}

/** Lighter than fetch: what is measured is the relay, not who asks. */
const post = (agent: Agent, url: string, body: string): Promise<number> =>
  new Promise((resolve) => {
    const headers = { Origin: ORIGIN, 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) }
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', () => resolve(0))
    })
    asked.once('error', () => resolve(0))
    asked.end(body)
  })
