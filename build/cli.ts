/** The command line: the only reader of argv, cwd, env and the clock. Commands get a Host. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { askSecret } from './ask-secret'
import { register as build } from './commands/build'
import { register as check } from './commands/check'
import { register as configure } from './commands/configure'
import { Failure } from './commands/failure'
import type { Host } from './commands/host'
import { register as preview } from './commands/preview'
import { register as relay } from './commands/relay'
import { register as report } from './commands/report'
import { register as slots } from './commands/slots'
import { register as stats } from './commands/stats'
import { register as translated } from './commands/translated'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const host: Host = {
  root,
  cwd: process.cwd(),
  env: process.env,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTTY: process.stderr.isTTY && process.env['CI'] === undefined,
  ...(process.stdin.isTTY && process.stderr.isTTY ? { askSecret: askSecret(process.stdin, process.stderr) } : {}),
  now: () => Date.now(),
  exit: (code) => {
    process.exitCode = code
  },
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

const program = new Command('wsqd')
  .description('The WebRTC School Qualified Developer programme: from one readable text to packages any LMS imports.')
  .version(version)
  .showHelpAfterError('Run it with --help to see what it takes.')
  .exitOverride()
  .configureOutput({ writeOut: host.stdout, writeErr: host.stderr })
  .addHelpText(
    'after',
    `
Examples:
  wsqd build --module 04   module 4 as zips for the LMS, into dist/
  wsqd check               is the course in order?
  wsqd preview --build     play it in an LMS on this machine
  wsqd configure some.zip  what a package is set to, and how to change it

Every command has --help with more.`,
  )

for (const register of [build, configure, check, preview, report, stats, slots, translated, relay]) register(program, host)

try {
  await program.parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) {
    host.exit(error.exitCode) // Commander has said why.
  } else if (error instanceof Failure) {
    host.stderr(`${error.message}\n`)
    host.exit(1)
  } else {
    host.stderr(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    host.stderr('This is a defect of wsqd, not of the course. Please report it with the lines above.\n')
    host.exit(70) // EX_SOFTWARE, so that scripts can tell it from a faulty course.
  }
}
