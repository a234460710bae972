/** A part of the report: what was found in a sentence, the picture of it, and the numbers. */
import type { Element } from 'hast'
import { FEW } from '../terms'
import { el, type Child } from './node'
import { count } from './say'
import type { View } from './view'

export interface Part {
  readonly id: string
  readonly title: string
  /** Made again whenever another cohort or period is chosen. */
  render(view: View): readonly Child[]
}

export const section = ({ id, title, render }: Part, view: View): Element =>
  el(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    el('div', { class: 'live' }, render(view)),
  )

/** The finding: what one would say of the picture below, with its numbers. */
export const finding = (...words: readonly Child[]): Element => el('p', { class: 'finding' }, ...words)
export const note = (...words: readonly Child[]): Element => el('p', { class: 'note' }, ...words)
/** Says nothing where there are enough. */
export const warned = (n: number, what: string): Element | null =>
  n >= FEW
    ? null
    : el(
        'p',
        { class: 'warning' },
        el('strong', {}, `Few: ${count(n, what, plural(what))}. `),
        `Below ${FEW}, chance alone moves these figures by ten points and more.`,
      )
export const none = (text: string): Element => el('p', { class: 'note none' }, text)

export const figure = (caption: string, ...content: readonly Child[]): Element =>
  el('figure', {}, el('figcaption', {}, caption), ...content)
export const numbers = (summary: string, ...content: readonly Child[]): Element =>
  el('details', { class: 'numbers' }, el('summary', {}, summary), ...content)

const plural = (what: string): string => (what === 'person' ? 'people' : `${what}s`)
