/** Codes in the place of people: in every row, and no label. With the same key the same person has the same code in every report; without it nobody can tell. */
import { createHmac } from 'node:crypto'
import type { Tables } from './tables'

export const pseudonymous = (tables: Tables, key: string): Tables => {
  const codes = new Map<string, string>()
  const code = (actor: string): string => {
    const known = codes.get(actor)
    if (known !== undefined) return known
    const made = `P-${createHmac('sha256', key).update(actor).digest('hex').slice(0, 10).toUpperCase()}`
    codes.set(actor, made)
    return made
  }
  const hidden = <T extends { readonly actor: string }>(rows: readonly T[]): readonly T[] =>
    rows.map((row) => ({ ...row, actor: code(row.actor) }))
  return {
    ...tables,
    learners: hidden(tables.learners).map((row) => ({ ...row, label: row.actor })),
    cells: hidden(tables.cells),
    risks: hidden(tables.risks),
  }
}
