/** Shapes that say a status or a verdict without a colour. */
import type { Element } from 'hast'
import { el } from './node'

const shapes: Readonly<Record<string, readonly Element[]>> = {
  'not-started': [el('path', { d: 'M5 8H11', class: 'stroke' })],
  started: [el('circle', { cx: 8, cy: 8, r: 5.5, class: 'stroke' }), el('path', { d: 'M8 2.5A5.5 5.5 0 0 1 8 13.5Z', class: 'fill' })],
  finished: [el('circle', { cx: 8, cy: 8, r: 5.5, class: 'fill stroke' })],
  passed: [
    el('rect', { x: 1.5, y: 1.5, width: 13, height: 13, rx: 2, class: 'fill' }),
    el('path', { d: 'M4.5 8.500L7 11L11.500 5.500', class: 'cut' }),
  ],
  bad: [el('path', { d: 'M8 1.500L15 14H1Z', class: 'fill alarm' }), el('path', { d: 'M8 6V9.500M8 11.500V12', class: 'cut' })],
  doubt: [el('path', { d: 'M8 2.500L14 13.500H2Z', class: 'stroke' })],
  note: [el('circle', { cx: 8, cy: 8, r: 3.5, class: 'stroke' })],
  sound: [el('path', { d: 'M3 8.500L6.500 12L13 4.500', class: 'stroke' })],
  few: [el('path', { d: 'M3 8H3.500M7.750 8H8.250M12.500 8H13', class: 'stroke round' })],
}

export const glyphs = (): readonly Element[] => [
  el(
    'pattern',
    { id: 'stripes', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    el('rect', { width: 5, height: 5, class: 'stripes-ground' }),
    el('path', { d: 'M0 0V5', class: 'stripes-line' }),
  ),
  ...Object.entries(shapes).map(([name, children]) => el('symbol', { id: `g-${name}`, viewBox: '0 0 16 16' }, children)),
]
