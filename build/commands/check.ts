/** `wsqd check`: is the course in order? */
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Compiled } from '../compile/compile'
import { diagnosticJson, diagnosticReport } from '../compile/diagnostic-text'
import { readFolder } from '../files'
import type { Host } from './host'

export interface CheckOptions {
  readonly json?: boolean
  readonly sheet?: string | true
  readonly screen?: readonly string[]
  readonly look?: boolean
  readonly lang?: string
}

export function register(program: Command, host: Host): void {
  program
    .command('check')
    .description('Read the whole course and say what is wrong, where, and how to cure it. Exits with 1 on errors.')
    .option('-l, --lang <language>', 'the course in another language: what of it is missing, or was translated from an older text')
    .option('--json', 'diagnostics as JSON, for a machine')
    .option('--look', 'also open every beat in Chromium, in four frame sizes, and find what overlaps, is cut, escapes or is too small')
    .option('--sheet [folder]', 'also draw contact sheets: every beat, wide and tall, light and dark (default folder: dist/sheets)')
    .option('--screen <id...>', 'only these screens on the sheets')
    .addHelpText(
      'after',
      '\nExamples:\n  wsqd check\n  wsqd check --sheet --screen ice-checks\n  wsqd check --lang de\n\nEvery code has its page: docs/diagnostics/WSQDnnn.md',
    )
    .action(async (options: CheckOptions) => {
      const { course } = await runCheck(host, options)
      // Loaded here: a plain check needs no browser.
      if (course && (options.look || options.sheet)) await (await import('./look')).look(host, course, options)
    })
}

/** Prints the diagnostics and sets the exit code; what else looks at the course (contact sheets) goes on from the result. */
export async function runCheck(host: Host, options: CheckOptions): Promise<Compiled> {
  // Loaded here, so that no other command waits for the compiler.
  const [{ compile }, { loadMetrics }] = await Promise.all([import('../compile/compile'), import('../fonts/metrics')])
  const [files, metrics] = await Promise.all([readFolder(join(host.root, 'modules')), loadMetrics(host.root)])
  const compiled = await compile(files, metrics, options.lang)
  const { diagnostics, stats } = compiled
  if (options.json) host.stdout(`${JSON.stringify({ diagnostics: diagnostics.map(diagnosticJson) }, null, 2)}\n`)
  else if (diagnostics.length > 0) host.stderr(`${diagnosticReport(diagnostics, host.isTTY)}\n`)
  else host.stderr(`In order: ${stats.modules.map((m) => `module ${m.number}, ${m.screens} screens, ${m.beats} beats`).join('; ')}.\n`)
  if (diagnostics.some(({ severity }) => severity === 'error')) host.exit(1)
  return compiled
}
