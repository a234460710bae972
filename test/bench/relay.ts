/**
 * `npm run bench:relay`: 200 writes a second for a minute, with the LRS down for 20 s of it, through `wsqd relay` in a process of its own to a real LRS in
 * another. All must arrive, once. `-- --seconds 10` for less. Exits with 1 where one is missing, doubled or refused.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startFaultProxy } from '../hosts/fault-proxy'
import { startRealLrs } from '../hosts/real-lrs'
import { runLoad } from '../relay/load'
import { relayFolder, startProcess } from '../relay/process'
import { storedIn } from '../xapi/in-lrs'

const PER_SECOND = 200

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } })
  const seconds = Number(values.seconds)
  const root = process.cwd()
  const say = (text: string): void => void process.stderr.write(`${text}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'wsqd-relay-'))
  const lrs = await startRealLrs(root)
  let down = false
  let refused = 0
  const proxy = await startFaultProxy({ target: lrs.url, next: () => (down ? (refused++, 'cut') : undefined), delay: () => 0 })
  const [user = '', password = ''] = Buffer.from(lrs.authorization.slice(6), 'base64').toString().split(':')
  const relay = await startProcess(root, await relayFolder(folder, proxy.url), user, password)
  const health = async () => (await (await fetch(relay.healthUrl)).json()) as { waiting: number; forwarded: number }
  let most = 0
  const watch = setInterval(
    () =>
      void health().then(
        ({ waiting }) => (most = Math.max(most, waiting)),
        () => undefined,
      ),
    500,
  )
  try {
    const before = loadavg()[0] ?? 0
    say(`… ${PER_SECOND} writes a second for ${seconds} s; the LRS is down from ${seconds / 3} s to ${(2 * seconds) / 3} s`)
    setTimeout(() => (down = true), (seconds * 1000) / 3)
    setTimeout(() => (down = false), (seconds * 2000) / 3)
    const { sent, answers, took, ms } = await runLoad({ url: () => relay.url, perSecond: PER_SECOND, seconds })
    const emptied = performance.now()
    while ((await health()).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 100))
    const after = performance.now() - emptied
    const cpu = cpuSeconds(relay.pid)
    const stored = await storedIn(lrs)
    const ids = sent.map(({ id }) => id).sort()
    const there = new Set(stored)
    const missing = ids.filter((id) => !there.has(id)).length
    const at = (share: number): string => `${Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0)} ms`
    const rows: readonly (readonly [string, string])[] = [
      ['written', `${sent.length} in ${(ms / 1000).toFixed(1)} s, ${Math.round(sent.length / (ms / 1000))} a second`],
      ['answers', [...answers].map(([status, count]) => `${status || 'none'}: ${count}`).join(', ')],
      ['called stored after', `median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`],
      ['most waiting on the disk', String(most)],
      ['the relay asked in vain', String(refused)],
      ['the last arrived', `${(after / 1000).toFixed(1)} s after the last write`],
      ['in the LRS', `${stored.length}; missing ${missing}, doubled ${stored.length - there.size}`],
      [
        'processor time',
        cpu === null
          ? 'not told by this system'
          : `${cpu.toFixed(1)} s of the relay, ${((cpu * 1000) / sent.length).toFixed(2)} ms a write`,
      ],
      ['load of the machine', `${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`],
    ]
    for (const [name, value] of rows) process.stdout.write(`${name.padEnd(26)}${value}\n`)
    return missing === 0 && stored.length === ids.length
  } finally {
    clearInterval(watch)
    await relay.end('SIGTERM')
    await proxy.stop()
    await lrs.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Linux tells, in hundredths. */
function cpuSeconds(pid: number): number | null {
  try {
    const [, user = 0, system = 0] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.map(Number) ?? []
    return (user + system) / 100
  } catch {
    return null
  }
}

process.exitCode = (await main()) ? 0 : 1
