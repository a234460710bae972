/** From an LRS or from files into the store. */
import { basename } from 'node:path'
import { ingest } from '../../src/report/read/ingest'
import { PullError, statementPages } from '../../src/report/pull/pages'
import { pull } from '../../src/report/pull/pull'
import type { Store } from '../../src/report/store/store'
import { Failure } from '../commands/failure'
import type { Host } from '../commands/host'
import { counter } from './counter'
import { credentials, endpointOf } from './credentials'
import { statementsIn } from './read-file'

export async function pullFrom(host: Host, store: Store, iri: string, lrs: string): Promise<number> {
  const endpoint = endpointOf(lrs)
  const auth = await credentials(host)
  const { show, say } = counter(host)
  const pages = statementPages({
    endpoint,
    auth,
    window: {
      fetch: (url, init) => fetch(url, init),
      setTimeout: (run, ms) => Number(setTimeout(run, ms)),
      clearTimeout: (timer) => clearTimeout(timer),
    },
    now: () => host.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    waiting: (status, ms) => say(`The LRS ${status ? `answers ${status}` : 'does not answer'}; asked again in ${Math.round(ms / 1000)} s.`),
  })
  try {
    const read = await pull({ store, pages, terms: { iri, now: host.now() }, source: endpoint, progress: show })
    say(`${read.toLocaleString('en')} statements from ${endpoint}`)
    return read
  } catch (error) {
    if (error instanceof PullError) throw new Failure(error.message)
    throw error
  }
}

export async function readFiles(host: Host, store: Store, iri: string, files: readonly string[]): Promise<number> {
  const { show, say } = counter(host)
  let all = 0
  for (const file of files) {
    const read = await ingest(statementsIn(file), { store, terms: { iri, now: host.now() }, progress: show })
    say(`${read.toLocaleString('en')} statements from ${basename(file)}`)
    all += read
  }
  return all
}
