/** Elements without markup: text only ever becomes text. */
export type Child = Node | string | null
type Attributes = Readonly<Record<string, string | boolean | null>>

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

/** An element the page is known to have. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no element "${id}". Reload it; if that does not help, build/preview/views lacks it.`)
  return found
}

/** At most one run per `every` milliseconds, and always one after the last request: the content shares our thread. */
export function calmly(run: () => void, every: number): () => void {
  let timer: number | undefined
  return () => {
    timer ??= window.setTimeout(() => {
      timer = undefined
      run()
    }, every)
  }
}

/** 23:56:07 everywhere: short, and it sorts. */
export const clockTime = (date: Date): string => date.toLocaleTimeString('en-GB')

export function table(heads: readonly string[], rows: readonly (readonly Child[])[], name: string): HTMLElement {
  const head = h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text))))
  const body = h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell)))))
  return h('table', { class: 'grid', 'aria-label': name }, head, body)
}
