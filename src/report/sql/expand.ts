/** Puts the words of an engine, and the numbers of this report, into the SQL of a metric. */
import type { Dialect } from './dialects/dialect'

/** Numbers and booleans alone: no text from outside ever becomes SQL. */
export type Parameters = Readonly<Record<string, number | boolean>>

export const expand = (sql: string, dialect: Dialect, parameters: Parameters): string => {
  const fragments = dialect.fragments as Readonly<Record<string, ((...args: readonly string[]) => string) | undefined>>
  const put = (all: string, name: string, args: string | undefined): string => {
    const fragment = fragments[name]
    if (fragment) return fragment(...argumentsOf(args ?? ''))
    const value = parameters[name]
    if (value !== undefined) return String(value)
    throw new Error(
      `${all}: found neither among the fragments of ${dialect.name} (${Object.keys(fragments).join(', ')}) nor among the parameters (${Object.keys(parameters).join(', ')}).`,
    )
  }
  const done = sql.replace(INNERMOST, put)
  return done === sql ? sql : expand(done, dialect, parameters)
}
const INNERMOST = /\{\{(\w+)(?:\(((?:(?!\{\{).)*?)\))?\}\}/g

/** The statements of a file, without comments. No text of ours has a semicolon in it. */
export const statementsOf = (sql: string): readonly string[] =>
  sql
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Split at the commas that no parenthesis holds. */
const argumentsOf = (text: string): readonly string[] => {
  const args: string[] = ['']
  let depth = 0
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (letter === ',' && depth === 0) args.push('')
    else args[args.length - 1] += letter
  }
  return args.map((one) => one.trim())
}
