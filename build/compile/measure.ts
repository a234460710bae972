/** The figures of a folder without drawing it: what `wsqd stats` needs, in a tenth of the time. */
import type { Files } from '../files'
import { directors } from '../stage/registry'
import { read } from './1-read/read'
import { link } from './2-link/link'
import { Diagnostics } from './diagnostic'
import { statsOf, type Stats } from './stats'

export function measure(folder: Files): { readonly stats: Stats; readonly errors: number } {
  const diagnostics = new Diagnostics()
  const sources = read(folder, diagnostics)
  const modules = sources?.modules.map((text) => link(text, sources.modules, sources.call, directors, diagnostics)) ?? []
  const errors = diagnostics.list().filter(({ severity }) => severity === 'error').length
  return { stats: statsOf(modules, sources?.outline ?? []), errors }
}
