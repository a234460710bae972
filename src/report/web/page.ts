/** What the page does when it is open: follows the choice of cohort and period, and keeps what was open, sorted and sought. */
import type { Figures } from '../figures'
import { el } from '../page/node'
import type { Part } from '../page/part'
import { parts } from '../page/parts'
import { count, number } from '../page/say'
import { pictureId, scopeName, viewOf, type View } from '../page/view'
import type { PeriodKey } from '../tables'
import { toDom } from './dom'
import { makeSortable, sortAlike, sortingOf } from './sort'

export const followChoice = (document: Document, figures: Figures, then: () => void): void => {
  const cohort = document.querySelector<HTMLSelectElement>('#cohort')
  const period = document.querySelector<HTMLSelectElement>('#period')
  const said = document.querySelector('#said')
  if (!cohort || !period) return
  const hasPicture: View['hasPicture'] = (module, screen) => document.getElementById(pictureId(module, screen)) !== null
  const choose = (): void => {
    const view = viewOf(figures, cohort.value, period.value as PeriodKey, hasPicture)
    for (const part of parts) renew(document, part, view)
    for (const map of document.querySelectorAll<HTMLElement>('[data-slice]'))
      map.hidden = map.dataset['slice'] !== `${cohort.value}/${period.value}`
    const { learners, active } = view.slice.headline
    if (said) said.textContent = `Shown: ${scopeName(view)}. ${count(learners, 'learner')}, ${number(active)} active.`
    then()
  }
  cohort.addEventListener('change', choose)
  period.addEventListener('change', choose)
  // A browser may restore the fields of a page that is loaded again.
  if (cohort.value !== '' || period.value !== 'all') choose()
}

const renew = (document: Document, part: Part, view: View): void => {
  const live = document.querySelector(`#${part.id} > .live`)
  if (!live) return
  const open = [...live.querySelectorAll('details')].map((one) => one.open)
  const sorting = sortingOf(live)
  live.replaceChildren(...el('div', {}, part.render(view)).children.map((node) => toDom(document, node)))
  for (const [i, one] of [...live.querySelectorAll('details')].entries()) one.open = open[i] ?? false
  makeSortable(live, document)
  sortAlike(live, sorting)
}
