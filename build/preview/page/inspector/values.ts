/** The data model as a tree, as it is now; what changed since the last look is bold. */
import type { Cmi } from '../../types'
import { h } from '../dom'
import type { Source } from './inspector'
import type { Look } from './tabs'

interface Branch {
  readonly leaves: Map<string, string>
  readonly branches: Map<string, Branch>
}

export function createValues(source: Source): Look {
  const tree = h('div', { class: 'tree' })
  const element = h('div', {}, tree)
  const closed = new Set<string>()
  let before: Cmi | null = null

  const leaf = (path: string, name: string, value: string, depth: number): HTMLElement => {
    const fresh = before !== null && before[path] !== value
    const item = h('li', { class: fresh ? 'leaf fresh' : 'leaf' }, h('span', {}, name), h('span', { class: 'code' }, value))
    // Values stand in one column, however deep their names are.
    item.style.setProperty('--depth', String(depth))
    return item
  }
  const list = (branch: Branch, path: string, depth: number): HTMLElement => {
    const leaves = [...branch.leaves].map(([name, value]) => leaf(join(path, name), name, value, depth))
    const branches = [...branch.branches].map(([name, inner]) => {
      const here = join(path, name)
      const details = h('details', { open: !closed.has(here) }, h('summary', {}, name), list(inner, here, depth + 1))
      details.addEventListener('toggle', () => (details.open ? closed.delete(here) : closed.add(here)))
      return h('li', {}, details)
    })
    return h('ul', {}, ...leaves, ...branches)
  }
  const draw = (): void => {
    const now = source.values()
    if (before !== null && JSON.stringify(before) === JSON.stringify(now)) return
    tree.replaceChildren(list(grow(now), '', 0))
    before = now
  }
  return { id: 'values', name: 'Values', element, draw }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

function grow(cmi: Cmi): Branch {
  const root: Branch = { leaves: new Map(), branches: new Map() }
  for (const [element, value] of Object.entries(cmi)) {
    const parts = element.split('.')
    const name = parts.pop() ?? element
    let at = root
    for (const part of parts) {
      const next: Branch = at.branches.get(part) ?? { leaves: new Map(), branches: new Map() }
      at.branches.set(part, next)
      at = next
    }
    at.leaves.set(name, value)
  }
  return root
}
