/**
 * Charts that keep their type size at every width: drawings without a view box, places along them in per cents. So one drawing serves a phone, a screen and
 * paper. Colours and strokes are classes of build/report/css.
 */
import type { Element } from 'hast'
import { el, type Attributes, type Child } from './node'

/** A share of the width. */
export const at = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`

/** A drawing that a text beside it says in numbers: not read out a second time. */
export const drawing = (height: number, ...children: readonly Child[]): Element =>
  el('svg', { class: 'drawing', height, 'aria-hidden': 'true', focusable: 'false' }, ...children)

export const rect = (from: number, to: number, y: number, height: number, className: string): Element =>
  el('rect', { x: at(from), width: at(Math.max(0, to - from)), y, height, class: className })
export const line = (x1: number, y1: number, x2: number, y2: number, className: string): Element =>
  el('line', { x1: at(x1), x2: at(x2), y1, y2, class: className })
export const dot = (x: number, y: number, r: number, className: string): Element => el('circle', { cx: at(x), cy: y, r, class: className })
export const word = (x: number, y: number, text: string | number, className = '', more: Attributes = {}): Element =>
  el('text', { x: at(x), y, class: className || null, ...more }, text)

/** Ticks with their words, as a row above or below others of the same width. */
export const axis = (ticks: readonly (readonly [share: number, label: string])[]): Element =>
  drawing(
    20,
    ticks.map(([x, label]) => word(x, 14, label, 'tick', { 'text-anchor': x <= 0.02 ? 'start' : x >= 0.98 ? 'end' : 'middle' })),
  )

/** A glyph of the page's sprite (glyphs.ts). */
export const glyph = (name: string): Element =>
  el(
    'svg',
    { class: `glyph is-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    el('use', { href: `#g-${name}` }),
  )
