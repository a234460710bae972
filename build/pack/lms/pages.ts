/** Everything of docs/admin that comes from the presets: by name of file, with its text. */
import { presetPage, presetTable, reportedTable } from './markdown'
import { lmsPresets } from './presets'

/** `readme` is the text of docs/admin/README.md as it stands: what is between its marks is written anew. */
export function adminPages(readme: string): ReadonlyMap<string, string> {
  const between = (text: string, mark: string, content: string): string => {
    const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
    const [from, to] = [text.indexOf(start), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`docs/admin/README.md has no "${start}" … "${end}". Put both marks back.`)
    return `${text.slice(0, from)}${start}\n${content}\n${text.slice(to)}`
  }
  const overview = between(between(readme, 'presets', presetTable()), 'reported', reportedTable())
  return new Map([['README.md', overview], ...lmsPresets.map((preset) => [`${preset.name}.md`, presetPage(preset)] as const)])
}
