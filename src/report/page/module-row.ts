/** What names a module's row: beside its bar, and in the table of its numbers. */
import type { Element } from 'hast'
import { el, type Child } from './node'
import type { Column } from './table'
import { moduleName, moduleOf, type View } from './view'

export const moduleHead = (view: View, module: number, ...more: readonly Child[]): Element =>
  el('div', { class: 'of' }, el('strong', {}, `${module} `), moduleOf(view, module)?.title ?? '', ...more)

export const moduleColumn = (view: View): Column<{ readonly module: number }> => ({
  name: 'module',
  cell: ({ module }) => moduleName(view, module).replace(/^module /, ''),
  by: ({ module }) => module,
})
