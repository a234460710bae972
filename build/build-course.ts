/** From the folder of the project to finished packages in memory: compile, fonts, players, pack, lint. */
import { join } from 'node:path'
import type { Course, Module } from '../src/model/course'
import type { Compiled } from './compile/compile'
import { Failure } from './commands/failure'
import { diagnosticReport } from './compile/diagnostic-text'
import { type Files, readFolder } from './files'
import type { Fonts } from './fonts/fonts'
import { findingText } from './pack/lint/finding'
import { buildPackages, type Package, type Shells } from './pack/packages'
import { RELAY_SCRIPT } from './pack/relay-page'
import { readSchemas } from './pack/schemas'
import type { Choices } from './pack/settings'
import { type Target, type TargetName, targets } from './pack/targets'
import { type Memory, noMemory } from './memory'
import { buildPlayers } from './player'
import type { Progress } from './progress'
import { isPseudo } from './words/pseudo'
import { buildWords, spokenOf } from './words/words'

export interface CourseBuild {
  /** Which modules to pack; may throw a `Failure`. */
  modules(all: readonly Module[]): readonly Module[]
  /** The programme as one package too; where the course has a single module there is none. */
  readonly programme: boolean
  readonly targets: readonly TargetName[]
  /** Their language is also that of the course, where it is translated. */
  readonly choices?: Choices
  /** Of builds of the same root and choices. */
  readonly memory?: Memory
  now(): number
  /** Warnings of the compiler and of Rollup. */
  report(text: string): void
}

export interface CourseBuilt {
  readonly packages: readonly Package[]
  readonly course: Course
  readonly fonts: Fonts
}

export async function buildCourse(root: string, progress: Progress, how: CourseBuild): Promise<CourseBuilt> {
  const memory = how.memory ?? noMemory
  const chosen = how.targets.map((name) => targets[name])
  const [[fonts, compiled], players] = await all([
    progress
      .step('fonts', async () => (await import('./fonts/fonts')).buildFonts(root))
      .then(async (made) => {
        // The compiler measures with the fonts that ship, so they come first.
        return [made, await progress.step('compile the course', () => compileCourse(root, how.choices?.settings?.lang, memory))] as const
      }),
    progress.step('players', () =>
      buildPlayers(root, [
        ...new Set(
          chosen.flatMap((target) => [
            target.player,
            ...(target.edition ? [RELAY] : []),
            ...(how.programme && target.player !== 'cmi5' ? [`programme-${target.player}`] : []),
          ]),
        ),
      ]),
    ),
  ])
  for (const warning of players.warnings) how.report(`rollup: ${warning}\n`)
  if (compiled.diagnostics.length > 0) how.report(`${diagnosticReport(compiled.diagnostics)}\n`)
  const errors = compiled.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length
  const { course } = compiled
  if (errors > 0 || course === null) {
    throw new Failure(`${errors} ${errors === 1 ? 'error' : 'errors'} in the course; nothing was written. "wsqd check" shows them again.`)
  }

  const words = await buildWords(root, how.choices?.settings?.lang)
  const shellsOf = async (prefix: string): Promise<Shells> => {
    const shells = new Map<Target, Files>()
    for (const target of chosen) {
      // A cmi5 course is the programme already, a unit a module.
      if (prefix && target.player === 'cmi5') continue
      const player = players.files.get(prefix + target.player) ?? new Map<string, Uint8Array>()
      const relay = target.edition ? [...(players.files.get(RELAY) ?? [])].filter(([name]) => name === RELAY_SCRIPT) : []
      shells.set(target, new Map([...player, ...relay, ...Object.entries(fonts), ...words, ...(await readSchemas(root, target.edition))]))
    }
    return shells
  }
  const programme = how.programme && course.modules.length > 1 ? await shellsOf('programme-') : null
  const shells = await shellsOf('')
  const settings = { lang: spokenOf(course.lang, words), ...how.choices?.settings }
  const packages = await progress.step('packages', () =>
    buildPackages(course, { modules: how.modules(course.modules), programme }, shells, how.now, { ...how.choices, settings }, memory),
  )

  const findings = packages.flatMap((one) => one.findings.map((finding) => `${one.file}: ${findingText(finding)}\n`))
  if (findings.length > 0) {
    for (const finding of findings) how.report(finding)
    throw new Failure(`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} in the packages; nothing was written.`)
  }
  return { packages, course, fonts }
}

/** The bundle of the script that speaks to a relay: in every SCORM package, loaded where one is set (docs/decisions/0080). */
const RELAY = 'relay'

/** A pseudo-language has no texts of its own. */
async function compileCourse(root: string, lang: string | undefined, memory: Memory): Promise<Compiled> {
  const [{ compile }, { loadMetrics }] = await Promise.all([import('./compile/compile'), import('./fonts/metrics')])
  return compile(
    await readFolder(join(root, 'modules')),
    await loadMetrics(root),
    lang !== undefined && isPseudo(lang) ? undefined : lang,
    memory,
  )
}

/** Both to their end, then the first error: nothing goes on printing after the command has said why it failed. */
async function all<A, B>(work: readonly [Promise<A>, Promise<B>]): Promise<readonly [A, B]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}
