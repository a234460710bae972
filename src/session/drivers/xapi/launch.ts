/** What the address of a launch says, kept for a reload and taken out of the address: it lets whoever reads it into the LRS. */
import type { Course } from '../../../model/course'
import type { Agent } from '../../../xapi/statement'
import type { DriverOptions, Page } from '../../page'
import { SessionError } from '../../session-error'

/** What the xAPI drivers need of `window` besides. */
export interface XapiPage extends Page {
  readonly location: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash' | 'assign'>
  readonly history: Pick<History, 'replaceState'>
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
  readonly indexedDB?: IDBFactory
  readonly navigator: { readonly locks?: { request(name: string, run: () => Promise<void>): Promise<unknown> } }
  fetch(url: string, init: RequestInit): Promise<Response>
}

export interface XapiOptions extends Omit<DriverOptions, 'window' | 'course'> {
  /** In full: statements tell what was asked in words. */
  readonly course?: Course
  readonly window: XapiPage
  /** From 0 to below 1. */
  readonly random: () => number
}

/** What outlives a reload of this window, and no more than that. */
export interface Memory {
  readonly search: string
  readonly token?: string
  readonly begun?: boolean
  readonly ended?: boolean
}

export interface Launched {
  readonly params: URLSearchParams
  readonly memory: () => Memory
  /** False where this window keeps nothing. */
  keep(change: Partial<Memory>): boolean
}

/** `needed` are the parameters without which there is no launch. */
export const readLaunch = (page: XapiPage, needed: readonly string[]): Launched => {
  const key = `wsqd.launch ${page.location.pathname}`
  const kept = recall(page, key)
  const { search } = page.location
  const isLaunch = new URLSearchParams(search).has(needed[0] ?? '')
  let memory: Memory = isLaunch && kept?.search !== search ? { search } : (kept ?? { search })
  const params = new URLSearchParams(memory.search)
  const missing = needed.filter((name) => !params.get(name))
  if (missing.length) {
    throw new SessionError(
      'noLaunch',
      `The address has no ${missing.map((name) => `"${name}"`).join(', ')}; expected ${needed.join(', ')} from the LMS.`,
    )
  }
  const keep = (change: Partial<Memory>): boolean => {
    memory = { ...memory, ...change }
    try {
      page.sessionStorage.setItem(key, JSON.stringify(memory))
      return page.sessionStorage.getItem(key) !== null
    } catch {
      return false
    }
  }
  const debug = new URLSearchParams(search).get('debug') === '1' ? '?debug=1' : ''
  // Where nothing is kept the address stays: a reload would find nothing else.
  if (keep({}) && isLaunch) page.history.replaceState(null, '', `${page.location.pathname}${debug}${page.location.hash}`)
  return { params, memory: () => memory, keep }
}

const recall = (page: XapiPage, key: string): Memory | null => {
  try {
    const kept = JSON.parse(page.sessionStorage.getItem(key) ?? 'null') as Partial<Memory> | null
    return typeof kept?.search === 'string' ? (kept as Memory) : null
  } catch {
    return null
  }
}

/** One identifier; Tin Can 0.9 had lists of each, and its own names in accounts, and some LMSs still write so. Null where there is none. */
export const readActor = (json: string | null): Agent | null => {
  try {
    const given = JSON.parse(json ?? '') as Record<string, unknown>
    const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value)
    const text = (value: unknown): string => (typeof first(value) === 'string' ? String(first(value)) : '')
    const account = (first(given['account']) ?? {}) as Record<string, unknown>
    const homePage = text(account['homePage'] ?? account['accountServiceHomePage'])
    const accountName = text(account['name'] ?? account['accountName'])
    const identified =
      homePage && accountName
        ? { account: { homePage, name: accountName } }
        : ['mbox', 'mbox_sha1sum', 'openid'].flatMap((key) => (text(given[key]) ? [{ [key]: text(given[key]) }] : []))[0]
    const name = text(given['name'])
    return identified ? { objectType: 'Agent', ...(name ? { name } : {}), ...identified } : null
  } catch {
    return null
  }
}

export const learnerOf = ({ account, mbox, mbox_sha1sum, openid, name }: Agent): { readonly id: string; readonly name: string } => ({
  id: account ? `${account.homePage} ${account.name}` : (mbox ?? mbox_sha1sum ?? openid ?? ''),
  name: name ?? '',
})

/** Hears calls, with `…` for the learner in what they ask: an address may name them. */
export const withholding =
  (trace: NonNullable<XapiOptions['trace']>, agent: Agent): NonNullable<XapiOptions['trace']> =>
  (call) => {
    const { id, name } = learnerOf(agent)
    const names = [id, name, agent.account?.name ?? ''].flatMap((one) => [one, encodeURIComponent(one)])
    const withheld = (text: string): string =>
      text
        .split('/')
        .map((part) => (part && names.includes(part) ? '…' : part))
        .join('/')
    trace({ ...call, args: call.args.map(withheld) })
  }
