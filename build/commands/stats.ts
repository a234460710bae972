/** `wsqd stats`: how long it runs, what it shows, what it covers. */
import { join } from 'node:path'
import type { Command } from 'commander'
import type { ModuleStats, Stats } from '../compile/stats'
import { readFolder } from '../files'
import type { Host } from './host'
import { alignedTable } from './table'

export function register(program: Command, host: Host): void {
  program
    .command('stats')
    .description('Minutes, words, screens, beats, predictions, stage kinds and topics of every module.')
    .option('--json', 'the figures as JSON, for a machine')
    .addHelpText(
      'after',
      `
Examples:
  wsqd stats                                  a table, and the topics that no screen covers
  wsqd stats --json | jq '.modules[].minutes' minutes of narration and quiz, for scripts`,
    )
    .action(async (options: { readonly json?: boolean }) => {
      const { measure } = await import('../compile/measure')
      const { stats, errors } = measure(await readFolder(join(host.root, 'modules')))
      host.stdout(options.json ? `${JSON.stringify(stats)}\n` : statsTable(stats))
      if (errors > 0) host.stderr(`${errors} ${errors === 1 ? 'error' : 'errors'} in the text: figures may be short. See “wsqd check”.\n`)
    })
}

const head = ['module', 'narration', 'quiz', 'words', 'screens', 'beats', 'predictions', 'topics', 'kinds']

function statsTable({ modules }: Stats): string {
  const table = alignedTable(head, modules.map(row), [1, 2, 3, 4, 5, 6, 7])
  const missing = modules
    .filter(({ topics }) => topics.missing.length > 0)
    .map((m) => `${m.number}: not covered ${m.topics.missing.join(' ')}\n`)
  return table + missing.join('')
}

function row({ number, minutes, words, screens, beats, predictions, kinds, topics }: ModuleStats): readonly string[] {
  const all = topics.covered.length + topics.missing.length
  const counts = [words, screens, beats, predictions].map(String)
  return [
    String(number),
    `${minutes.narration.toFixed(1)} min`,
    `${minutes.quiz.toFixed(1)} min`,
    ...counts,
    `${topics.covered.length}/${all}`,
    kinds.join(' '),
  ]
}
