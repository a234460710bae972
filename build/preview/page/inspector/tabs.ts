/** The inspector's looks, one at a time, and the button that folds them all away. Tab and arrow keys work it. */
import { byId, h } from '../dom'

/** One tab: its element is made once, `draw` brings it up to date. */
export interface Look {
  readonly id: string
  readonly name: string
  readonly element: HTMLElement
  draw(): void
}
export interface Tabs {
  /** What is seen, and nothing if nothing is. */
  draw(): void
  /** Unfolds it, and gives it the focus. */
  open(look: Look): void
}

const OPEN = 'preview-lms:inspector'

export function createTabs(looks: readonly [Look, ...Look[]]): Tabs {
  let [shown] = looks
  const place = byId('inspector')
  const toggle = byId('toggle')
  const select = (look: Look, focus: boolean): void => {
    shown = look
    for (const one of looks) {
      const tab = byId(`tab-${one.id}`)
      tab.setAttribute('aria-selected', String(one === look))
      tab.tabIndex = one === look ? 0 : -1
      one.element.hidden = one !== look
      if (one === look && focus) tab.focus()
    }
    look.draw()
  }
  const show = (open: boolean): void => {
    place.hidden = !open
    toggle.setAttribute('aria-expanded', String(open))
    localStorage.setItem(OPEN, String(open))
    if (open) shown.draw()
  }
  place.append(list(looks, select), ...looks.map(({ element }) => element))
  select(shown, false)
  show(localStorage.getItem(OPEN) !== 'false')
  toggle.addEventListener('click', () => show(place.hidden === true))
  return {
    draw: () => void (place.hidden || shown.draw()),
    open(look) {
      show(true)
      select(look, true)
    },
  }
}

function list(looks: readonly Look[], select: (look: Look, focus: boolean) => void): HTMLElement {
  const element = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'What to look at' })
  looks.forEach((look, index) => {
    const tab = h('button', { type: 'button', role: 'tab', id: `tab-${look.id}`, 'aria-controls': `panel-${look.id}` }, look.name)
    tab.addEventListener('click', () => select(look, false))
    tab.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      const next = looks[(index + step + looks.length) % looks.length]
      if (step !== 0 && next !== undefined) select(next, true)
    })
    look.element.id = `panel-${look.id}`
    look.element.className = 'panel'
    look.element.tabIndex = 0
    look.element.setAttribute('role', 'tabpanel')
    look.element.setAttribute('aria-labelledby', tab.id)
    element.append(tab)
  })
  return element
}
