/** The outbox of a relay: what waits outlives the page, without a word of whose it is. */
import type { Statement } from '../../xapi/statement'
import { hash } from '../hash'
import { createOutbox } from '../outbox'
import { memoryStore, openStore, type MailStore } from '../outbox-store'
import { saidOnce } from './once'
import type { RelayOptions } from './page'
import { postTo } from './post'

/** Of storage that does not even say no. */
const PATIENCE = 4000
/** Of a page that stays after its session. */
const AFTERWARDS = 30_000

export interface MailboxOptions extends RelayOptions {
  readonly learner: string
}

export const createMailbox = ({ window: page, course, relay, learner, random, now = Date.now, trace, store }: MailboxOptions) => {
  const key = hash([page.location.origin, page.location.pathname, learner, course.iri, relay.url].join('\n'))
  const post = postTo(relay, page, now, trace)
  const once = saidOnce(page, key)
  const account = { homePage: page.location.origin, name: learner }
  const { locks } = page.navigator
  const outbox = createOutbox({
    store: store ?? soon(page, key),
    async send(mail) {
      const answer = await post(mail.map(({ body }) => ({ ...(body as Statement), actor: { objectType: 'Agent', account } })))
      if (answer.kind === 'stored') once.stored(mail.map(({ id }) => id))
      return answer
    },
    // A relay gives nothing back: what it refuses, it has not.
    has: () => Promise.resolve(false),
    alone: async (run) => void (await (locks ? locks.request(`wsqd.relay ${key}`, run) : run())),
    page,
    random,
    changed: () => undefined,
  })
  let timer: number | undefined
  const push = (): void => {
    timer ??= page.setTimeout(() => {
      timer = undefined
      void outbox.push()
    }, 0)
  }
  const stop = (): void => {
    page.clearTimeout(timer)
    outbox.stop()
  }
  // What an earlier session left.
  push()
  return {
    /** `isOnce`: what the relay has had once, it does not hear again. */
    add(statement: Statement, isOnce: boolean): void {
      if (isOnce && !once.isNew(statement.id)) return
      outbox.add({ id: statement.id, body: statement })
    },
    push,
    leave: outbox.leave,
    drain: (): Promise<void> => outbox.drain(AFTERWARDS).then(stop),
    stop,
  }
}

/** A course never waits for storage to open. */
const soon = (page: RelayOptions['window'], key: string): MailStore => {
  const late = new Promise<MailStore>((resolve) => page.setTimeout(() => resolve(memoryStore()), PATIENCE))
  const opened = Promise.race([openStore(page.indexedDB, `relay ${key}`), late])
  return {
    durable: true,
    all: async () => (await opened).all(),
    put: async (mail) => (await opened).put(mail),
    drop: async (ids) => (await opened).drop(ids),
  }
}
