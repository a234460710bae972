/** What the compiler says to an author: what was found, what was expected, where, and the cure. */
import type { At } from './tree'

export interface Diagnostic {
  /** `WSQD` and three digits; docs/diagnostics has a page per code. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly at: At
  readonly found: string
  readonly expected: string
  readonly cure: string
}

/** Collects diagnostics through all phases; the compiler never throws for an author's mistake. */
export class Diagnostics {
  readonly #list: Diagnostic[] = []
  readonly #said = new Set<string>()
  /** Once only: a screen is drawn wide, tall and for every case, and its fault is one fault. */
  add(diagnostic: Diagnostic): void {
    const key = JSON.stringify(diagnostic)
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.#list.push(diagnostic)
  }
  get hasErrors(): boolean {
    return this.#list.some((d) => d.severity === 'error')
  }
  /** By file, then line, then column. */
  list(): readonly Diagnostic[] {
    const by = (a: At, b: At) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
    return [...this.#list].sort((a, b) => by(a.at, b.at))
  }
}
