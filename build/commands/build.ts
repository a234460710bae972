/** `wsqd build`: the text of the course in, the zips for the LMS out, and a page that says which is for whom. */
import { join, relative, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Course, Module } from '../../src/model/course'
import type { CourseBuilt } from '../build-course'
import type { LmsPreset } from '../pack/lms/preset'
import { findPreset, lmsPresets } from '../pack/lms/presets'
import type { Package } from '../pack/packages'
import { type Choices, settingsOf } from '../pack/settings'
import type { TargetName } from '../pack/targets'
import type { Memory } from '../memory'
import { createProgress, seconds } from '../progress'
import { addChoices, type ChoiceOptions, choicesOf } from './choices'
import { Failure } from './failure'
import type { Host } from './host'
import { alignedTable } from './table'

export interface BuildOptions extends ChoiceOptions {
  /** Numbers or ids of modules; all where absent. */
  readonly module?: readonly string[]
  readonly target?: readonly TargetName[]
  /** Instead of targets: the package that suits this LMS, set as it wants it. */
  readonly lms?: LmsPreset
  /** Relative to the host's cwd; `dist` in the project where absent. */
  readonly out?: string
  readonly json?: boolean
}

const TARGETS = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'tincan'] as const satisfies readonly TargetName[]

export function register(program: Command, host: Host): void {
  const command = program
    .command('build')
    .description('compile the course and pack one zip per module and standard, and one for the programme')
    .option('-m, --module <number or id...>', 'only these modules, such as 04 or media-flows')
    .option('-t, --target <name...>', `only these packages: ${TARGETS.join(', ')} (default: all)`, collectTargets)
    .option('-l, --lms <name>', 'only the package that suits this LMS, with its settings; “other” for any', readLms)
    .option('-o, --out <folder>', 'where the zips go (default: dist in the project)')
    .option('--json', 'print what was built as JSON')
  addChoices(command, host.root)
    .addHelpText(
      'after',
      `
Examples:
  wsqd build                                every module for every standard, into dist/
  wsqd build --module 04                    module 4 alone
  wsqd build --module 04 --target scorm12   module 4 for SCORM 1.2
  wsqd build --module programme             all modules as one package, with a menu
  wsqd build --lms moodle --pass 70         what suits Moodle, with a pass mark of 70 %
  wsqd build --out /tmp/zips --json         elsewhere, and a list that scripts can read
  wsqd build --relay https://lms.example.com/relay --relay-key wk-…
                                            SCORM packages that tell an LRS too (docs/admin/relay.md)
  wsqd build --lang de                      a player that speaks German
  wsqd build --lang en-XA                   longer words, for looking at layouts; ar-XB runs from right to left

Beside the zips it writes index.html: which zip for which LMS. docs/admin/ has a page for each.
Nothing is written when the course has an error or a package fails its lint; the exit code is then 1.`,
    )
    .action(async (options: BuildOptions) => {
      await build(host, options)
    })
}

/** Returns what was written. Throws a `Failure` when the course has errors or a package has findings. */
export async function build(host: Host, options: BuildOptions, memory?: Memory): Promise<readonly Package[]> {
  const { lms } = options
  if (lms !== undefined && options.target !== undefined) {
    throw new Failure(`Give --lms or --target, not both: ${lms.label} takes ${lms.target}. Nothing was written.`)
  }
  const start = host.now()
  const { buildCourse } = await import('../build-course')
  const choices = choicesOf(options, lms?.settings)
  const built = await buildCourse(host.root, createProgress(host), {
    modules: (all) =>
      choose(
        all,
        options.module?.filter((name) => name !== 'programme'),
      ),
    programme: options.module?.includes('programme') ?? true,
    targets: options.target ?? (lms === undefined ? TARGETS : [lms.target]),
    choices,
    ...(memory && { memory }),
    now: () => host.now(),
    report: (text) => host.stderr(text),
  })

  const { packages, course } = built
  const { writeAll } = await import('../pack/write')
  const folder = options.out === undefined ? join(host.root, 'dist') : resolve(host.cwd, options.out)
  await writeAll(
    folder,
    new Map([...packages.map((one) => [one.file, one.bytes] as const), ['index.html', await pageOf(host, built, choices)]]),
  )

  host.stdout(options.json === true ? asJson(packages, folder, course) : asTable(packages, relative(host.cwd, folder) || '.'))
  host.stderr(`${packages.length} ${packages.length === 1 ? 'package' : 'packages'} in ${seconds(host.now() - start)}.\n`)
  return packages
}

async function pageOf(host: Host, { course, packages, fonts }: CourseBuilt, { settings, mastery }: Choices): Promise<Uint8Array> {
  const [{ catalogue }, { catalogueStyle }] = await Promise.all([import('../pack/catalogue/catalogue'), import('../pack/catalogue/style')])
  const content = { course, packages, settings: { ...settingsOf(course), ...settings }, mastery: mastery === true }
  return new TextEncoder().encode(catalogue(content, await catalogueStyle(host.root, fonts)))
}

function choose(all: readonly Module[], wanted: readonly string[] | undefined): readonly Module[] {
  if (wanted === undefined) return all
  const chosen = wanted.map((name) => {
    const found = all.find((module) => module.id === name || (/^\d+$/.test(name) && module.number === Number(name)))
    if (found !== undefined) return found
    const have = all.map((module) => `${String(module.number).padStart(2, '0')} (${module.id})`).join(', ') || 'none'
    throw new Failure(
      `There is no module "${name}". The course has ${have}. Give a number or an id of these, or add it to modules/course.yaml.`,
    )
  })
  return [...new Set(chosen)]
}

function collectTargets(name: string, before: readonly TargetName[] | undefined): readonly TargetName[] {
  const target = TARGETS.find((known) => known === name)
  if (target === undefined) throw new InvalidArgumentError(`Choose from ${TARGETS.join(', ')}.`)
  return [...new Set([...(before ?? []), target])]
}

function readLms(name: string): LmsPreset {
  const preset = findPreset(name)
  if (preset !== undefined) return preset
  throw new InvalidArgumentError(
    `Known are ${lmsPresets.map((known) => known.name).join(', ')}. Take “other” for one that is none of them.`,
  )
}

function asTable(packages: readonly Package[], folder: string): string {
  const rows = packages.map((one) => [
    join(folder, one.file),
    `${(one.bytes.length / 1024).toFixed(1)} KB`,
    one.sha256.slice(0, 12),
    seconds(one.ms),
  ])
  return alignedTable(['file', 'size', 'sha256', 'time'], rows, [1, 3])
}

function asJson(packages: readonly Package[], folder: string, { revision }: Course): string {
  const list = packages.map(({ file, module, target, bytes, sha256, ms }) => {
    return { file: join(folder, file), module, target: target.name, bytes: bytes.length, sha256, ms: Math.round(ms) }
  })
  return JSON.stringify({ revision, packages: list }, null, 2) + '\n'
}
