/** `wsqd configure`: other settings for a package, for who has the zip and not the sources. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Configuration } from '../pack/configure'
import { LIMITS } from '../pack/read-zip'
import { addChoices, type ChoiceOptions, choicesOf } from './choices'
import { Failure } from './failure'
import type { Host } from './host'
import { alignedTable } from './table'

export interface ConfigureOptions extends ChoiceOptions {
  /** Relative to the host's cwd; `<name>.configured.zip` beside the zip where absent. */
  readonly out?: string
  readonly inPlace?: boolean
  readonly json?: boolean
}

export function register(program: Command, host: Host): void {
  const command = program
    .command('configure')
    .description('change the settings of a finished package: pass mark, completion, attempts, language, colours')
    .argument('<zip>', 'a package that “wsqd build” wrote')
    .option('-o, --out <file>', 'where the changed zip goes (default: <name>.configured.zip beside it)')
    .option('--in-place', 'overwrite the zip')
    .option('--json', 'print what changed as JSON')
  addChoices(command, host.root)
    .addHelpText(
      'after',
      `
Examples:
  wsqd configure module.zip                              what it is set to; writes nothing
  wsqd configure module.zip --pass 70 --out new.zip      another pass mark
  wsqd configure module.zip --complete-on screens        complete without the quiz
  wsqd configure module.zip --lms-mastery --in-place     let the LMS judge by the pass mark
  wsqd configure module.zip --relay https://lms.example.com/relay --relay-key wk-…
                                                         tell an LRS too (docs/admin/relay.md); --no-relay takes it out

Only the launch page and the manifest change, and no identifier: the LMS takes it for the same course, learners keep their progress.
docs/admin/README.md says what each setting does.`,
    )
    .action(async (zip: string, options: ConfigureOptions) => {
      await runConfigure(host, zip, options)
    })
}

/** Throws a `Failure`, and writes nothing, where the zip or an option will not do. */
export async function runConfigure(host: Host, zip: string, options: ConfigureOptions): Promise<void> {
  const path = resolve(host.cwd, zip)
  if (options.inPlace === true && options.out !== undefined) throw new Failure('Give --out or --in-place, not both. Nothing was written.')
  const bytes = await read(path, zip)
  const [{ configure }, { writeAll }] = await Promise.all([import('../pack/configure'), import('../pack/write')])
  const choices = choicesOf(options)
  const result = await configure(bytes, zip, choices)

  const asked = Object.keys(choices.settings ?? {}).length > 0 || choices.mastery !== undefined
  const out = asked ? await target(host, path, options) : null
  if (out !== null) await writeAll(dirname(out), new Map([[basename(out), result.bytes]]))

  const sha256 = createHash('sha256').update(result.bytes).digest('hex')
  const [before, after] = [rows(result.before), rows(result.after)]
  const changed = Object.keys(before).filter((key) => before[key] !== after[key])
  if (options.json === true) {
    const written = out === null ? {} : { out, bytes: result.bytes.length, sha256 }
    host.stdout(`${JSON.stringify({ file: path, ...written, before: result.before, after: result.after, changed }, null, 2)}\n`)
  } else {
    const cells = Object.keys(before).map((key) => [
      key,
      before[key] ?? '',
      ...(out === null ? [] : [after[key] ?? '', changed.includes(key) ? '*' : '']),
    ])
    host.stdout(alignedTable(['setting', ...(out === null ? ['value'] : ['before', 'after', ''])], cells))
  }
  if (out === null) host.stderr('Nothing was asked to change, and nothing was written. "wsqd configure --help" lists the settings.\n')
  else host.stderr(`${relative(host.cwd, out) || out}: ${(result.bytes.length / 1024).toFixed(1)} KB, sha256 ${sha256.slice(0, 12)}.\n`)
  if (out !== null && result.standard === 'scorm' && result.after.mastery !== null) {
    host.stderr('The manifest names the pass mark: the LMS may now overwrite the status, even “incomplete” of who left half-way.\n')
  }
}

async function read(path: string, zip: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) {
    throw new Failure(
      `There is no file "${zip}"${found === null ? '' : ': it is a folder'}. Give the path of a package. Nothing was written.`,
    )
  }
  // Before it is in memory.
  if (found.size > LIMITS.zip) throw new Failure(`${zip}: it has ${found.size} bytes; expected at most ${LIMITS.zip}. Nothing was written.`)
  return readFile(path)
}

/** Never the zip itself by another name, a link to it, or `--out` that happens to be it. */
async function target(host: Host, path: string, options: ConfigureOptions): Promise<string> {
  if (options.inPlace === true) return path
  const out =
    options.out === undefined
      ? join(dirname(path), `${basename(path).replace(/\.zip$/i, '')}.configured.zip`)
      : resolve(host.cwd, options.out)
  const [own, other] = await Promise.all([stat(path), stat(out).catch(() => null)])
  if (other?.isDirectory() === true)
    throw new Failure(`--out is the folder "${options.out}". Give the name of a file. Nothing was written.`)
  if (other !== null && other.ino === own.ino && other.dev === own.dev) {
    throw new Failure(`--out is the zip itself. Give another name, or --in-place to overwrite it. Nothing was written.`)
  }
  return out
}

/** For people: per cents, and words for null. */
function rows({ settings, mastery }: Configuration): Readonly<Record<string, string>> {
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  return {
    pass: percent(settings.pass),
    'complete-on': settings.completeOn,
    attempts: settings.attempts === null ? 'unlimited' : String(settings.attempts),
    report: settings.report,
    lang: settings.lang,
    theme: settings.theme,
    'lms-mastery': mastery === null ? 'no' : percent(mastery),
    relay: settings.relay?.url ?? 'none',
    'relay-key': settings.relay?.key ?? 'none',
  }
}
