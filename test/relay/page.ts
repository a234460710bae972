/** A SCORM session in a page that also has a relay: the LMS is a plain host, the relay a real one behind `fetch`, or whatever the test says. */
import type { CourseMap } from '../../src/model/course-map'
import type { Module } from '../../src/model/course'
import type { DriverOptions } from '../../src/session/page'
import { memoryStore, type MailStore } from '../../src/session/outbox-store'
import type { RelayPage } from '../../src/session/relay/page'
import { relayed } from '../../src/session/relay/relayed'
import { journaled } from '../../src/session/journaled'
import { fakePage, type FakePage } from '../hosts/fake-page'
import { plainHost, type PlainHost } from '../hosts/plain-host'
import { standards, type Name } from '../session/launch'
import { course } from './said'
import { KEY } from './setup'

export interface Launch {
  readonly page: FakePage & RelayPage
  readonly host: PlainHost
  readonly session: Awaited<ReturnType<ReturnType<typeof relayed>['open']>>
  /** Requests to the relay. */
  readonly asked: { readonly url: string; readonly init: RequestInit }[]
}

export interface LaunchOptions {
  readonly given?: Record<string, string>
  readonly host?: PlainHost
  readonly of?: CourseMap
  readonly module?: (id: string) => Promise<Module>
  readonly stored?: Map<string, string>
  readonly store?: MailStore
  readonly answer?: (body: string, init: RequestInit) => Promise<Response>
  readonly without?: boolean
}

export const stored = async (): Promise<Response> => new Response('[]', { status: 200 })

export const launch = async (standard: Name, options: LaunchOptions = {}): Promise<Launch> => {
  const { of = course, answer = stored, store = { ...memoryStore(), durable: true } } = options
  const asked: Launch['asked'] = []
  const host = options.host ?? plainHost(standard, options.given ?? {})
  const page = Object.assign(fakePage(undefined, options.stored), {
    navigator: {},
    fetch: async (url: string, init: RequestInit) => {
      if (!page.effect('call')) return new Promise<Response>(() => undefined)
      asked.push({ url, init })
      return answer(String(init.body), init)
    },
  }) as FakePage & RelayPage
  host.install(page)
  const driving: DriverOptions = { window: page, now: page.now, course: of }
  const lms = journaled(standards[standard].driver(driving), driving)
  let seed = 0
  const random = () => (seed = (seed * 16807 + 11) % 2147483647) / 2147483647
  const module = options.module ?? (() => Promise.reject(new Error('The module is in the page.')))
  const relay = { url: 'https://relay.example/at', key: KEY }
  const session = await (
    options.without ? lms : relayed(lms, { window: page, now: page.now, course: of, relay, pass: 0.8, module, random, store })
  ).open()
  return { page, host, session, asked }
}
