/**
 * `npm run bench:pull [-- 100000]`: fills the real LRS of the tests with statements of the demo, pulls them in one go, and pulls them again with `wsqd` killed
 * three times in the middle. Both stores must hold the same facts. `WSQD_LRS_AUTH=… npm run bench:pull -- 100000 https://lrs.example/xapi/` takes another LRS,
 * which is full of them afterwards.
 */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import { DEMO_AS_OF, demoStatements } from '../../src/report/demo/demo-statements'
import { openDuckdb } from '../../src/report/sql/duckdb-engine'
import { Store } from '../../src/report/store/store'
import type { Statement } from '../../src/xapi/statement'
import { startRealLrs } from '../hosts/real-lrs'
import { rounded } from './row'

const root = process.cwd()
const folder = join(root, '.cache/bench-pull')
const BATCH = 100
const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function fill(url: string, auth: string, wanted: number): Promise<string> {
  const { course } = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
  if (!course) throw new Error('The course does not compile: run "wsqd check".')
  let sent = 0
  for (let seed = 1; sent < wanted; seed++) {
    let batch: Statement[] = []
    for (const statement of demoStatements({ course, seed, asOf: DEMO_AS_OF })) {
      batch.push(statement)
      if (batch.length < Math.min(BATCH, wanted - sent)) continue
      const headers = { Authorization: auth, 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' }
      const reply = await fetch(`${url}statements`, { method: 'POST', headers, body: JSON.stringify(batch) })
      if (!reply.ok) throw new Error(`${url}: status ${reply.status}, ${(await reply.text()).slice(0, 300)}`)
      sent += batch.length
      batch = []
      if (sent >= wanted) break
    }
  }
  return course.iri
}

interface Pulled {
  readonly seconds: number
  readonly killed: boolean
  readonly megabytes: number
}

/** `wsqd report pull` in a process of its own, killed after so many seconds, or not. The peak is what the system says of it. */
const pulled = (url: string, store: string, seconds: number | null): Promise<Pulled> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['bin/wsqd.mjs', 'report', 'pull', '--lrs', url, '--store', store], {
      env: process.env,
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    let said = ''
    let megabytes = 0
    child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
    const watch = setInterval(() => {
      try {
        const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1]
        megabytes = Math.max(megabytes, Number(kb ?? 0) / 1024)
      } catch {
        // It has just ended, or there is no /proc.
      }
    }, 200)
    const timer = seconds === null ? undefined : setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.once('close', (code, signal) => {
      clearInterval(watch)
      clearTimeout(timer)
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`wsqd ended with ${String(code)}.\n${said}`))
      resolve({ seconds: rounded((performance.now() - start) / 1000, 1), killed: signal === 'SIGKILL', megabytes: rounded(megabytes) })
    })
  })

async function main(): Promise<void> {
  const [count = '100000', url] = process.argv.slice(2)
  if (url !== undefined) return measure(url, process.env['WSQD_LRS_AUTH'] ?? '', Number(count))
  const lrs = await startRealLrs(root)
  process.env['WSQD_LRS_AUTH'] = lrs.authorization
  try {
    await measure(lrs.url, lrs.authorization, Number(count))
  } finally {
    await lrs.stop()
  }
}

async function measure(url: string, auth: string, count: number): Promise<void> {
  if (!auth) throw new Error('WSQD_LRS_AUTH is not set; expected the Authorization header that this LRS takes.')
  rmSync(folder, { recursive: true, force: true })
  const before = performance.now()
  const iri = await fill(url, auth, count)
  say(`filled in ${rounded((performance.now() - before) / 1000)} s`)
  const whole = join(folder, 'whole')
  const once = await pulled(url, whole, null)
  say(`in one go: ${once.seconds} s, at most ${once.megabytes} MB`)
  const cut = join(folder, 'cut')
  for (const share of [0.3, 0.25, 0.25]) {
    const part = await pulled(url, cut, once.seconds * share)
    say(`${part.killed ? 'killed' : 'NOT KILLED'} after ${part.seconds} s, at most ${part.megabytes} MB`)
  }
  const last = await pulled(url, cut, null)
  say(`the rest: ${last.seconds} s, at most ${last.megabytes} MB`)
  const engine = await openDuckdb({ spill: null })
  const [a, b] = [new Store(whole, iri, engine).facts(), new Store(cut, iri, engine).facts()]
  const [row] = await engine.rows(
    `SELECT (SELECT count(*) FROM ${a}) AS facts, (SELECT count(*) FROM (SELECT * FROM ${a} EXCEPT ALL SELECT * FROM ${b})) AS missing,
      (SELECT count(*) FROM (SELECT * FROM ${b} EXCEPT ALL SELECT * FROM ${a})) AS more`,
  )
  engine.close()
  say(`${String(row?.['facts'])} facts; ${String(row?.['missing'])} missing and ${String(row?.['more'])} too many after three kills`)
  if (row?.['missing'] !== 0 || row['more'] !== 0) process.exitCode = 1
}

void main()
