/** `wsqd relay`: statements of SCORM packages on their way to an LRS, whose credential stays here. */
import { readFile, writeFile, rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { RelayConfig } from '../relay/config'
import { Failure } from './failure'
import type { Host } from './host'
import { untilStopped } from './until-stopped'

export interface RelayCommandOptions {
  /** Relative to the host's cwd. */
  readonly config: string
  /** Look at the file, and stop. */
  readonly check?: boolean
}

const CONFIG = 'relay.yaml'

export function register(program: Command, host: Host): void {
  const relay = program
    .command('relay')
    .description('take statements of SCORM packages and forward them to an LRS, whose credential no package has')
    .option('-c, --config <file>', 'what it is told: YAML or JSON', CONFIG)
    .option('--check', 'look whether the file and the credential are in order, and stop')
    .addHelpText(
      'after',
      `
Examples:
  wsqd relay key --name moodle                 a new key, and the lines for relay.yaml
  wsqd relay --check                           is relay.yaml in order?
  wsqd relay                                   run, until Ctrl-C or SIGTERM
  wsqd relay key --revoke moodle               no more from these packages; a running relay follows
  wsqd build --relay https://lms.example.com/relay --relay-key wk-…
  wsqd configure module.zip --relay https://lms.example.com/relay --relay-key wk-…

It listens on 127.0.0.1 unless the file says otherwise, and takes writes only. docs/admin/relay.md has a file to begin
with, every key of it, and what a relay protects from and what it can't.`,
    )
    .action((options: RelayCommandOptions) => runRelay(host, options))
  relay
    .command('key')
    .description('make a key for a deployment, or revoke one')
    .option('-n, --name <name>', 'of the new deployment, such as moodle', 'my-lms')
    .option('-r, --revoke <name>', 'the deployment whose key is refused from now on')
    .addHelpText(
      'after',
      `
Examples:
  wsqd relay key --name moodle       a new key, and the lines for relay.yaml
  wsqd relay key --revoke moodle     refused from now on; a relay that runs follows within two seconds

A key is no secret: it stands in the page of every package, and says which deployment writes.`,
    )
    .action((options: KeyOptions, command: Command) => key(host, { ...command.optsWithGlobals<RelayCommandOptions>(), ...options }))
}

/** Runs until Ctrl-C or SIGTERM. Throws a `Failure` where it cannot start. */
export async function runRelay(host: Host, options: RelayCommandOptions): Promise<void> {
  const { path, name, config } = await readFileOf(host, options.config)
  const [{ readCredential }, { startRelay }, { watchConfig, told }] = await Promise.all([
    import('../relay/credential'),
    import('../relay/relay'),
    import('../relay/watch-config'),
  ])
  const say = (text: string): void => host.stderr(`${new Date(host.now()).toISOString()} ${text}\n`)
  const authorization = await readCredential(config.lrs.credential, host.env, say)
  if (options.check === true) return host.stdout(`${name} is in order: ${told(config)}.\n`)
  const relay = await startRelay({ config, authorization, fetch, now: () => host.now(), random: Math.random, write: host.stderr })
  const unwatch = watchConfig(path, name, config, relay.use, say)
  const stopped = untilStopped()
  host.stdout(`Relay: ${relay.url}\n`)
  say(`Forwards to ${new URL(config.lrs.url).host} for ${told(config)}.${relay.healthUrl ? ` Health: ${relay.healthUrl}` : ''}`)
  await stopped
  unwatch()
  await relay.close()
  say('Stopped.')
}

interface KeyOptions {
  readonly name: string
  readonly revoke?: string
}

async function key(host: Host, { config: file, name, revoke }: KeyOptions & RelayCommandOptions): Promise<void> {
  const { newKey, revokeIn } = await import('../relay/key')
  if (revoke === undefined) {
    host.stdout(
      `  - name: ${name}\n    key: ${newKey()}\n    origins: [https://lms.example.com]     # where the LMS serves its pages from\n` +
        '    homePage: https://lms.example.com      # of the accounts its learners have in the LRS\n',
    )
    return host.stderr(`Put these lines under "deployments:" in ${file}, and give the key to "wsqd configure --relay-key".\n`)
  }
  const { path } = await readFileOf(host, file)
  const text = revokeIn(await readFile(path, 'utf8'), revoke)
  if (text === null)
    throw new Failure(`${file} has no deployment "${revoke}". "wsqd relay --check" lists those it has. Nothing was changed.`)
  const fresh = join(dirname(path), `.${basename(path)}.new`)
  await writeFile(fresh, text)
  await rename(fresh, path)
  host.stderr(`${revoke} is revoked in ${file}. A relay that runs with this file follows within two seconds.\n`)
}

async function readFileOf(
  host: Host,
  file: string,
): Promise<{ readonly path: string; readonly name: string; readonly config: RelayConfig }> {
  const path = resolve(host.cwd, file)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure(
      `There is no file "${file}" that can be read. docs/admin/relay.md has one to begin with; give its path with --config.`,
    )
  })
  const { readConfig } = await import('../relay/read-config')
  const read = readConfig(text, path, file)
  if (!read.ok) throw new Failure(`${read.problems.join('\n')}\nThe relay was not started.`)
  return { path, name: file, config: read.config }
}
