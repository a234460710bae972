/** `people.csv`: who belongs to which cohort. Columns `account`, `cohort`, `label` in any order; `homePage` where one account name is in two systems. */
import type { Person } from './terms'

export class RosterError extends Error {
  override readonly name = 'RosterError'
}

/** Nobody's cohort is called '': that is everybody. */
const NO_COHORT = '(no cohort)'

/** `actors` are the ones in the facts: an account name of the roster is found among them whatever its home page, a mail address as it is. */
export const readRoster = (text: string, file: string, actors: readonly string[]): readonly Person[] => {
  const [head = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''))
  const at = Object.fromEntries(
    ['account', 'cohort', 'label', 'homepage'].map((name) => [name, head.findIndex((cell) => cell.trim().toLowerCase() === name)]),
  )
  if (at['account'] === -1 || at['account'] === undefined) {
    throw new RosterError(
      `${file}: found the columns ${head.join(', ')}; expected account, cohort and label. Put their names into the first line.`,
    )
  }
  const byName = new Map<string, string[]>()
  for (const actor of actors) for (const name of namesOf(actor)) byName.set(name, [...(byName.get(name) ?? []), actor])
  const lines = new Map<string, number>()
  return rows.flatMap((row, i) => {
    const cell = (name: string): string => row[at[name] ?? -1]?.trim() ?? ''
    const account = cell('account')
    if (account === '') return []
    const home = cell('homepage')
    const found = home
      ? [`${home} ${account}`]
      : (byName.get(account.toLowerCase()) ?? [account.includes('@') ? `mailto:${account}` : account])
    return found.map((actor): Person => {
      const before = lines.get(actor)
      if (before !== undefined) {
        throw new RosterError(
          `${file}: lines ${before} and ${i + 2} are both about ${account}; expected one line a person. Delete one of them.`,
        )
      }
      lines.set(actor, i + 2)
      return { actor, cohort: cell('cohort') || NO_COHORT, label: cell('label') }
    })
  })
}

/** What a roster may call an actor: all of the key, the account's name, the address without its scheme. */
const namesOf = (actor: string): readonly string[] => {
  const account = actor.includes(' ') ? [actor.slice(actor.indexOf(' ') + 1)] : []
  return [...new Set([actor, ...account, actor.replace(/^mailto:/, '')].map((name) => name.toLowerCase()))]
}

/** RFC 4180; a semicolon where the first line has one, as spreadsheets of half the world write it. */
const cellsOf = (text: string): readonly (readonly string[])[] => {
  const first = text.slice(0, Math.max(0, text.indexOf('\n')))
  const between = first.includes(';') && !first.includes(',') ? ';' : ','
  const rows: string[][] = [[]]
  let cell = ''
  let inQuotes = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (inQuotes) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') cell += text[++i]
      else inQuotes = false
    } else if (letter === '"') inQuotes = true
    else if (letter === between || letter === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter ?? ''
  }
  if (cell !== '' || rows.at(-1)?.length) rows.at(-1)?.push(cell)
  return rows.filter((row) => row.some((one) => one.trim() !== ''))
}
