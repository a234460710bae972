/** `wsqd slots`: the only hand that writes slots.lock.json. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readFolder } from '../files'
import { Failure } from './failure'
import type { Host } from './host'

interface SlotsOptions {
  readonly write?: boolean
  readonly json?: boolean
}

export function register(program: Command, host: Host): void {
  program
    .command('slots')
    .description('Which screens, predictions and questions have no slot number yet. Learners’ progress is packed by these numbers.')
    .option('--write', 'give the next numbers to those that have none, in slots.lock.json; no number ever changes')
    .option('--json', 'the new ids by file as JSON, for a machine')
    .addHelpText(
      'after',
      `
Examples:
  wsqd slots           what is new since the last edition
  wsqd slots --write   give it numbers; commit slots.lock.json with the text`,
    )
    .action(async (options: SlotsOptions) => {
      const folder = join(host.root, 'modules')
      const plan = await planSlots(folder)
      if (options.write) for (const { file, text } of plan) await writeFile(join(folder, file), text)
      if (options.json) host.stdout(`${JSON.stringify(Object.fromEntries(plan.map(({ file, ids }) => [`modules/${file}`, ids])))}\n`)
      else
        host.stdout(
          plan.map(({ file, ids }) => `modules/${file}\n${ids.map((id) => `  + ${id}\n`).join('')}`).join('') || 'Every id has its slot.\n',
        )
      if (plan.length > 0 && !options.write && !options.json) host.stderr('Write them with “wsqd slots --write”.\n')
    })
}

/** The lock files that would change, with their new text. */
async function planSlots(folder: string) {
  const [{ read }, { assignSlots, newIds, slotsText }, { Diagnostics }, { diagnosticReport }] = await Promise.all([
    import('../compile/1-read/read'),
    import('../compile/slots'),
    import('../compile/diagnostic'),
    import('../compile/diagnostic-text'),
  ])
  const diagnostics = new Diagnostics()
  const sources = read(await readFolder(folder), diagnostics)
  // A number given to a misread text would stay for ever, so nothing is given out before the text can be read.
  if (!sources || diagnostics.hasErrors)
    throw new Failure(`${diagnosticReport(diagnostics.list())}\nNo slot was given out: the text has errors.`)
  return sources.modules.flatMap((module) => {
    const slots = assignSlots(module)
    const ids = newIds(module.slots, slots)
    return ids.length > 0 ? [{ file: `${module.folder}/slots.lock.json`, ids, text: slotsText(slots) }] : []
  })
}
