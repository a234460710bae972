/** A page that an LMS launched with an address; `device` is what outlives it: its window's memory, its storage, its outbox. */
import type { XapiPage } from '../../src/session/drivers/xapi/launch'
import { memoryStore, type MailStore } from '../../src/session/outbox-store'
import { fakePage, type FakePage } from '../hosts/fake-page'
import type { LrsHost } from '../hosts/lrs-host'

export interface Device {
  readonly stored: Map<string, string>
  readonly session: Map<string, string>
  readonly store: MailStore
  readonly lock: { tail: Promise<unknown> }
}
export const device = (): Device => ({
  stored: new Map(),
  session: new Map(),
  store: { ...memoryStore(), durable: true },
  lock: { tail: Promise.resolve() },
})

export type LaunchedPage = FakePage & XapiPage & { readonly went: string[]; search: string }

export const launchedPage = (host: LrsHost, search: string, on: Device, start?: number, session = on.session): LaunchedPage => {
  const page = fakePage(start, on.stored)
  const went: string[] = []
  const location = {
    origin: 'https://content.example',
    pathname: '/7/index.html',
    search,
    hash: '',
    assign: (to: string | URL) => void went.push(String(to)),
  }
  return Object.assign(page, {
    went,
    search,
    location,
    history: {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void (location.search = String(url).replace(/^[^?]*/, '')),
    },
    sessionStorage: {
      getItem: (key: string) => session.get(key) ?? null,
      setItem: (key: string, value: string) => void (page.dead() || session.set(key, value)),
    },
    navigator: {
      locks: {
        request: (_: string, run: () => Promise<void>) => {
          const turn = on.lock.tail.then(() => (page.dead() ? undefined : run()))
          on.lock.tail = turn.catch(() => undefined)
          return turn.then(() => (page.dead() ? new Promise(() => undefined) : undefined))
        },
      },
    },
    // A page that was killed sends nothing more, and hears nothing of what it sent.
    fetch: async (url: string, init: RequestInit) => {
      if (!page.effect('call')) return new Promise<Response>(() => undefined)
      const answer = await host.fetch(url, init)
      return page.dead() ? new Promise<Response>(() => undefined) : answer
    },
  }) as unknown as LaunchedPage
}

/** Killed: it does nothing more, and a browser gives its lock to the next. */
export const kill = (page: FakePage, on: Device): void => {
  page.killedAt = 0
  page.effect('write')
  on.lock.tail = Promise.resolve()
}
