/**
 * `npm run bench:report`: a report of five million statements by 20,000 learners, from the bytes of a file to the figures. `-- 500000` for fewer. The
 * statements are the demo's, multiplied: each copy has ids, learners and times of its own, and the course has its modules twice. Ingest and report run in
 * processes of their own, so that each peak of memory is one's own.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import type { Course } from '../../src/model/course'
import { DEMO_AS_OF, demoStatements } from '../../src/report/demo/demo-statements'
import { ingest } from '../../src/report/read/ingest'
import { lines } from '../../src/report/read/pieces'
import { makeReport } from '../../src/report/report'
import { openDuckdb } from '../../src/report/sql/duckdb-engine'
import { Store } from '../../src/report/store/store'
import { met, rounded, rowsAsTable, type Row } from './row'

const DAY = 86_400_000
const root = process.cwd()
const folder = join(root, '.cache/bench-report')
const files = (name: string): string => readFileSync(join(root, 'src/report/sql', `${name}.sql`), 'utf8')
const cpuSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start)
  return rounded((user + system) / 1e6, 1)
}
const peak = (): number => rounded(process.resourceUsage().maxRSS / 1024)
const say = (text: string): void => void process.stderr.write(`${text}\n`)

interface Measured {
  readonly seconds: number
  /** Of all threads: what the machine does besides is not in it. */
  readonly cpu: number
  readonly megabytes: number
  readonly n: number
  readonly learners: number
}

/** The modules twice, as the programme will have fourteen. */
async function bigCourse(): Promise<Course> {
  const { course } = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
  if (!course) throw new Error('The course does not compile: run "wsqd check".')
  const again = course.modules.map((module) => ({
    ...module,
    id: `${module.id}-again`,
    number: module.number + 7,
    quiz: module.quiz && { ...module.quiz, id: `${module.quiz.id}-again` },
  }))
  return { ...course, modules: [...course.modules, ...again] }
}

/** So many of the demo's: held in memory, they are no part of what is measured. */
const MOLDS = 10_000
const some = <T>(from: Generator<T>, n: number): T[] => {
  const all: T[] = []
  for (const one of from) if (all.push(one) === n) break
  return all
}

/** Lines of a file that nobody wrote: the demo's statements, in pieces, put together with other ids, names and days. */
async function* manyLines(course: Course, wanted: number): AsyncGenerator<string> {
  const molds = some(demoStatements({ course, seed: 1 }), MOLDS).map((statement) => {
    const text = JSON.stringify({
      ...statement,
      id: '§',
      actor: { objectType: 'Agent', account: { ...statement.actor.account, name: '¶' } },
      timestamp: '¤',
    })
    return {
      parts: text.split(/[§¶¤]/),
      id: statement.id.slice(8),
      name: statement.actor.account?.name ?? '',
      time: Date.parse(statement.timestamp),
    }
  })
  say(
    `… ${molds.length} statements as molds, of ${rounded(molds.reduce((sum, { parts }) => sum + parts.join('').length, 0) / molds.length)} characters`,
  )
  let made = 0
  for (let copy = 0; made < wanted; copy++) {
    let chunk = ''
    for (const { parts, id, name, time } of molds) {
      if (made++ >= wanted) break
      const at = new Date(time - (copy % 40) * 3 * DAY).toISOString()
      chunk += `${parts[0]}${copy.toString(16).padStart(8, '0')}${id}${parts[1]}${name}-${copy}${parts[2]}${at}${parts[3]}\n`
      if (chunk.length > 262_144) {
        yield chunk
        chunk = ''
      }
    }
    yield chunk
  }
}

async function measureIngest(wanted: number): Promise<Measured> {
  const course = await bigCourse()
  writeFileSync(join(folder, 'course.json'), JSON.stringify(course))
  const engine = await openDuckdb({ spill: join(folder, 'spill') })
  const store = new Store(join(folder, 'store'), course.iri, engine)
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  let told = 0
  const read = await ingest(lines(manyLines(course, wanted)), {
    store,
    terms: { iri: course.iri, now: DEMO_AS_OF },
    progress: (n) => {
      if (n - told < 500_000) return
      told = n
      say(`… ${n} read, ${rounded((performance.now() - start) / 1000)} s, ${peak()} MB`)
    },
  })
  await store.seal()
  const seconds = rounded((performance.now() - start) / 1000, 1)
  await store.close()
  engine.close()
  return { seconds, cpu: cpuSince(cpu), megabytes: peak(), n: read, learners: 0 }
}

async function measureReport(): Promise<Measured> {
  const course = JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')) as Course
  const engine = await openDuckdb({ spill: join(folder, 'spill') })
  const store = new Store(join(folder, 'store'), course.iri, engine)
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  let last = start
  const laps: string[] = []
  const { figures } = await makeReport({
    store,
    engine,
    files,
    course,
    asOf: DEMO_AS_OF,
    roster: null,
    pseudonymKey: null,
    lap(name) {
      const now = performance.now()
      laps.push(`${name} ${rounded(now - last)}`)
      last = now
    },
  })
  const seconds = rounded((performance.now() - start) / 1000, 1)
  say(`… ms: ${laps.join(', ')}`)
  await store.close()
  engine.close()
  return { seconds, cpu: cpuSince(cpu), megabytes: peak(), n: figures.source.accepted, learners: figures.slices[0]?.headline.learners ?? 0 }
}

const own = (what: string, wanted: number): Measured => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/report.ts', String(wanted), what], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (run.status !== 0) throw new Error(`${what} ended with ${String(run.status)}.`)
  return JSON.parse(run.stdout) as Measured
}

async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? 5_000_000)
  const what = process.argv[3]
  if (what !== undefined) {
    process.stdout.write(JSON.stringify(await (what === 'ingest' ? measureIngest(wanted) : measureReport())))
    return
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const before = loadavg()[0] ?? 0
  const ingested = own('ingest', wanted)
  const report = own('report', wanted)
  const note = `${report.n} statements, ${report.learners} learners; ${report.cpu} s of processor`
  const rows: Row[] = [
    { budget: 'all metrics of all cohorts and periods', limit: 3, measured: report.seconds, unit: 's', at: 'most', note },
    { budget: 'memory of the report', limit: 1024, measured: report.megabytes, unit: 'MB', at: 'most', note: 'peak of its process' },
    {
      budget: 'memory of the ingest',
      limit: 1024,
      measured: ingested.megabytes,
      unit: 'MB',
      at: 'most',
      note: `peak of its process; ${ingested.seconds} s, ${ingested.cpu} s of processor`,
    },
  ]
  process.stdout.write(rowsAsTable(rows))
  say(`Load average before: ${rounded(before, 2)}.`)
  process.exitCode = rows.every(met) ? 0 : 1
}

void main()
