/** Are two statements, agents or documents the same? */
import type { Agent, Statement } from './types'

/** Any JSON with its keys in order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** What an LRS itself sets does not count (xAPI 1.0.3, part 2, §2.3.1); nor does a time that the sender left to it. */
export const isSame = (kept: Statement, sent: Readonly<Record<string, unknown>>): boolean => {
  const bare = (one: Readonly<Record<string, unknown>>): string => {
    const { stored: _stored, authority: _authority, version: _version, timestamp, ...rest } = one
    return canonical({ ...rest, ...(sent['timestamp'] === undefined ? {} : { timestamp }) })
  }
  return bare(kept as unknown as Readonly<Record<string, unknown>>) === bare(sent)
}

/** The one identifier of an agent; '' where there is none. */
export const agentKey = (agent: Agent | undefined): string => {
  if (agent?.account !== undefined) return `account ${agent.account.homePage} ${agent.account.name}`
  return agent?.mbox ?? agent?.mbox_sha1sum ?? agent?.openid ?? ''
}
