/** A relay in this process, an LRS behind it, and a folder for both. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RelayConfig } from '../../build/relay/config'
import { newKey } from '../../build/relay/key'
import { startRelay, type Relay } from '../../build/relay/relay'
import { startFakeLrs, type FakeLrs } from './fake-lrs'

export const ORIGIN = 'https://moodle.example'
export const HOME = 'https://accounts.example'
export const KEY = newKey()
export const OLD = newKey()

export interface Setup {
  readonly relay: Relay
  readonly lrs: FakeLrs
  readonly folder: string
  readonly config: RelayConfig
  /** Everything it said. */
  readonly log: string[]
  post(
    body: unknown,
    more?: { key?: string; origin?: string; method?: string; path?: string; headers?: Record<string, string> },
  ): Promise<Response>
  close(): Promise<void>
}

export const configFor = (lrs: FakeLrs, folder: string, more: Partial<RelayConfig> = {}): RelayConfig => ({
  listen: { host: '127.0.0.1', port: 0 },
  health: { host: '127.0.0.1', port: 0 },
  behindProxy: false,
  lrs: { url: lrs.url, credential: { env: ['LRS_USER', 'LRS_PASSWORD'] } },
  activities: 'https://webrtcschool.com/xapi/wsqd',
  queue: { folder: join(folder, 'queue'), megabytes: 100 },
  limits: { bodyKB: 128, perAddress: 10_000, perKey: 10_000 },
  deployments: [
    { name: 'moodle', key: KEY, origins: [ORIGIN], homePage: HOME, revoked: false },
    { name: 'old', key: OLD, origins: [ORIGIN], homePage: HOME, revoked: true },
  ],
  ...more,
})

export const setUp = async (
  more: Partial<RelayConfig> = {},
  lrs?: FakeLrs,
  folder = mkdtempSync(join(tmpdir(), 'wsqd-relay-')),
): Promise<Setup> => {
  const behind = lrs ?? (await startFakeLrs())
  const config = configFor(behind, folder, more)
  const log: string[] = []
  const authorization = `Basic ${Buffer.from(`${behind.user}:${behind.password}`).toString('base64')}`
  const relay = await startRelay({ config, authorization, fetch, now: Date.now, random: () => 0, write: (line) => log.push(line) })
  return {
    relay,
    lrs: behind,
    folder,
    config,
    log,
    post: (body, { key = KEY, origin = ORIGIN, method = 'POST', path = '/statements', headers = {} } = {}) =>
      fetch(`${relay.url}${path}?key=${key}`, {
        method,
        headers: { 'Content-Type': 'text/plain', ...(origin ? { Origin: origin } : {}), ...headers },
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    async close() {
      await relay.close()
      if (!lrs) await behind.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Until it is so, or the test has waited long enough to be sure that it never will. */
export const until = async (is: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> => {
  const end = Date.now() + ms
  while (!(await is())) {
    if (Date.now() > end) throw new Error('It never came to be.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
