/** `wsqd translated`: the only hand that writes translated.<lang>.json. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readFolder } from '../files'
import { Failure } from './failure'
import type { Host } from './host'

export function register(program: Command, host: Host): void {
  program
    .command('translated')
    .description('Note that a translation follows the source as it stands now; "wsqd check --lang" then finds what changes later.')
    .argument('<language>', 'such as de, for screenplay.de.md and quiz.de.yaml')
    .argument('[id...]', 'only these screens and questions (default: all that are translated)')
    .addHelpText(
      'after',
      `
Examples:
  wsqd translated de              all of it was translated from the text as it stands
  wsqd translated de ice-checks   this screen was brought up to date`,
    )
    .action(async (lang: string, ids: readonly string[]) => {
      const folder = join(host.root, 'modules')
      const { files, noted } = await planNotes(folder, lang, ids)
      for (const { file, text } of files) await writeFile(join(folder, file), text)
      host.stdout(files.map(({ file }) => `modules/${file}\n`).join('') || `No module has a screenplay.${lang}.md or quiz.${lang}.yaml.\n`)
      const unknown = ids.filter((id) => !noted.has(id))
      if (unknown.length > 0) throw new Failure(`No translated screen or question is called ${unknown.map((id) => `"${id}"`).join(', ')}.`)
    })
}

/** The files of notes with their new text, and what is noted in them now. What was noted and left the source goes. */
async function planNotes(folder: string, lang: string, ids: readonly string[]) {
  const [{ read }, { inLanguage }, { hashesFile, hashesOf, noHashes, readHashes }, { Diagnostics }, { diagnosticReport }] =
    await Promise.all([
      import('../compile/1-read/read'),
      import('../compile/translate/in-language'),
      import('../compile/translate/source-hash'),
      import('../compile/diagnostic'),
      import('../compile/diagnostic-text'),
    ])
  const diagnostics = new Diagnostics()
  const all = await readFolder(folder)
  const translation = inLanguage(all, lang)
  const [sources, theirs] = [read(all, diagnostics), read(translation.files, diagnostics)]
  if (!sources || !theirs || diagnostics.hasErrors)
    throw new Failure(`${diagnosticReport(diagnostics.list())}\nNothing was noted: the text has errors.`)
  const noted = new Set<string>()
  const files = sources.modules.flatMap((module) => {
    const other = theirs.modules.find((one) => one.folder === module.folder)
    const name = hashesFile(module.folder, lang)
    const bytes = all.get(name)
    const before = (bytes && readHashes(name, new TextDecoder().decode(bytes), diagnostics)) ?? noHashes
    const [now, have] = [hashesOf(module), other ? hashesOf(other) : noHashes]
    const pick = (sort: 'screens' | 'questions', of: string) => {
      if (!translation.has(`${module.folder}/${of}`)) return {}
      const entries = Object.entries(now[sort]).flatMap(([id, hash]) => {
        if (have[sort][id] === undefined) return []
        const fresh = ids.length === 0 || ids.includes(id)
        if (fresh) noted.add(id)
        const value = fresh ? hash : before[sort][id]
        return value === undefined ? [] : [[id, value] as const]
      })
      return Object.fromEntries(entries)
    }
    const text = { screens: pick('screens', 'screenplay.md'), questions: pick('questions', 'quiz.yaml') }
    const none = Object.keys(text.screens).length + Object.keys(text.questions).length === 0
    return none ? [] : [{ file: name, text: `${JSON.stringify(text, null, 2)}\n` }]
  })
  return { files, noted }
}
