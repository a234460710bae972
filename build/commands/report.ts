/** `wsqd report`: what learners did, from an LRS to a page for trainers. */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Course } from '../../src/model/course'
import type { Report } from '../../src/report/report'
import type { Engine } from '../../src/report/sql/engine'
import type { Totals } from '../../src/report/store/store'
import { createProgress } from '../progress'
import { Failure } from './failure'
import type { Host } from './host'

const STORE = '.cache/report'
const OUT = 'dist/report'

export interface PullOptions {
  readonly lrs?: string
  readonly from?: readonly string[]
  readonly store?: string
}
export interface BuildOptions {
  readonly store?: string
  readonly out?: string
  readonly roster?: string
  readonly pseudonyms?: boolean
  readonly since?: number
  readonly until?: number
}
export interface DemoOptions {
  readonly seed?: number
  readonly out?: string
}

export function register(program: Command, host: Host): void {
  const report = program.command('report').description('what learners did: pull their statements from an LRS, build a page for trainers')
  report
    .command('pull')
    .description('read statements into a folder; run it again to add what is new, or to go on where it was cut')
    .option('--lrs <url>', 'the address of the LRS, under which "statements" lies')
    .option('--from <files...>', 'files instead: .ndjson, .jsonl, .json, also as .gz')
    .option('--store <folder>', `where the facts lie (default: ${STORE} of the project)`)
    .addHelpText(
      'after',
      `
Credentials come from WSQD_LRS_KEY and WSQD_LRS_SECRET (or WSQD_LRS_AUTH, a whole Authorization header), or are asked for. They are written nowhere.

Examples:
  WSQD_LRS_KEY=… WSQD_LRS_SECRET=… wsqd report pull --lrs https://lrs.example/xapi/
  wsqd report pull --from export.ndjson.gz`,
    )
    .action(async (options: PullOptions) => runPull(host, options))
  report
    .command('build')
    .description('build the report from what was pulled')
    .option('--store <folder>', `where the facts lie (default: ${STORE} of the project)`)
    .option('-o, --out <folder>', `where the report goes (default: ${OUT})`)
    .option('--roster <file>', 'people.csv with account, cohort, label: who has not started, and cohorts')
    .option('--pseudonyms', 'codes in the place of people; WSQD_PSEUDONYM_KEY keeps them the same in every report')
    .option('--since <date>', 'only what happened from this day on, such as 2026-09-01', readDay)
    .option('--until <date>', 'only what happened before this day', readDay)
    .addHelpText(
      'after',
      `
Examples:
  wsqd report build --roster people.csv
  wsqd report build --pseudonyms --since 2026-09-01 --until 2026-10-01 --out september`,
    )
    .action(async (options: BuildOptions) => runReport(host, options))
  report
    .command('demo')
    .description('build the report of a made-up cohort, to see what there is')
    .option('--seed <number>', 'another one (default: 1)', readSeed)
    .option('-o, --out <folder>', `where the report goes (default: ${OUT})`)
    .action(async (options: DemoOptions) => runDemo(host, options))
}

export async function runPull(host: Host, { lrs, from, store: folder }: PullOptions): Promise<void> {
  if ((lrs === undefined) === (from === undefined)) throw new Failure('Expected --lrs <url> or --from <files>, one of the two.')
  const [{ readIri, withStore }, { pullFrom, readFiles }] = await Promise.all([
    import('../report/open-store'),
    import('../report/pull-into'),
  ])
  const iri = await readIri(host)
  await withStore(host, storeOf(host, folder), iri, async ({ store }) => {
    if (lrs !== undefined) await pullFrom(host, store, iri, lrs)
    else {
      const files = (from ?? []).map((file) => resolve(host.cwd, file))
      await readFiles(host, store, iri, files)
    }
    await store.seal()
    host.stderr(totalsText(await store.totals()))
  })
}

/** `course` is compiled from the project where it is not given. */
export async function runReport(host: Host, options: BuildOptions, given?: Course): Promise<void> {
  const { readCourse, withStore } = await import('../report/open-store')
  const progress = createProgress(host)
  const course = given ?? (await progress.step('compile the course', () => readCourse(host)))
  const rosterFile = options.roster === undefined ? null : resolve(host.cwd, options.roster)
  const rosterText = rosterFile === null ? null : await readText(rosterFile)
  await withStore(host, storeOf(host, options.store), course.iri, async (opened) => {
    const [{ makeReport }, { readRoster, RosterError }] = await Promise.all([
      import('../../src/report/report'),
      import('../../src/report/roster'),
    ])
    const made = await progress
      .step('figures', () =>
        makeReport({
          ...opened,
          course,
          asOf: host.now(),
          ...(options.since === undefined ? {} : { since: options.since }),
          ...(options.until === undefined ? {} : { until: options.until }),
          roster: rosterText === null ? null : (actors) => readRoster(rosterText, rosterFile ?? '', actors),
          pseudonymKey: options.pseudonyms ? (host.env['WSQD_PSEUDONYM_KEY'] ?? randomBytes(16).toString('hex')) : null,
        }),
      )
      .catch((error: unknown) => {
        throw error instanceof RosterError ? new Failure(error.message) : error
      })
    await write(host, progress, options.out, course, made, opened.engine)
  })
}

export async function runDemo(host: Host, { seed = 1, out }: DemoOptions, given?: Course): Promise<void> {
  const [{ readCourse, withStore }, { fillWithDemo, DEMO_AS_OF, demoRoster }] = await Promise.all([
    import('../report/open-store'),
    import('../report/demo'),
  ])
  const progress = createProgress(host)
  const course = given ?? (await progress.step('compile the course', () => readCourse(host)))
  const folder = join(host.root, '.cache/report-demo', `${seed}-${course.revision}`)
  await withStore(host, folder, course.iri, async (opened) => {
    await progress.step('a cohort', () => fillWithDemo(opened.store, folder, course, seed))
    const { makeReport } = await import('../../src/report/report')
    const roster = demoRoster(seed)
    const made = await progress.step('figures', () =>
      makeReport({ ...opened, course, asOf: DEMO_AS_OF, roster: () => roster, pseudonymKey: null, demo: true }),
    )
    await write(host, progress, out, course, made, opened.engine)
  })
}

async function write(
  host: Host,
  progress: ReturnType<typeof createProgress>,
  out: string | undefined,
  course: Course,
  made: Report,
  engine: Engine,
): Promise<void> {
  const { writeReport } = await import('../report/write-report')
  const folder = out === undefined ? join(host.root, OUT) : resolve(host.cwd, out)
  await progress.step('tables', () => writeReport(folder, made, engine))
  await progress.step('page', async () => {
    const { buildReport } = await import('../report/build-report')
    await writeFile(join(folder, 'index.html'), await buildReport(host.root, course, made.figures))
  })
  host.stdout(`${join(relative(host.cwd, folder), 'index.html')}\n`)
}

const storeOf = (host: Host, folder: string | undefined): string =>
  folder === undefined ? join(host.root, STORE) : resolve(host.cwd, folder)

const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Failure(`There is no file ${file}. Expected a CSV with account, cohort and label.`)
  })

/** A day begins at 00:00 UTC. */
function readDay(text: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  if (!Number.isNaN(time)) return time
  throw new InvalidArgumentError('Expected a day, such as 2026-09-01.')
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number, such as 7.')
}

function totalsText({ read, accepted, voided, rejected }: Totals): string {
  const number = (n: number): string => n.toLocaleString('en')
  const why = rejected.map(({ n, text, example }) => `  ${number(n)} ×  ${text}${example ? ` For one: ${JSON.stringify(example)}` : ''}\n`)
  return `${number(accepted)} of ${number(read)} statements count${voided ? `, ${number(voided)} were voided` : ''}.\n${why.join('')}`
}
