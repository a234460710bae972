/** The way of a package, in the course's own drawing: a ticket, its dots, and an open door in the LMS's wall. Says nothing the words do not. */
import type { Element } from 'hast'
import { s } from 'hastscript'

export function journey(): Element {
  return s('svg', { className: 'journey', viewBox: '0 0 460 190', ariaHidden: 'true', focusable: 'false' }, [
    s('rect', { className: 'room', x: 322, y: 8, width: 132, height: 174 }),
    s('path', { className: 'wall', d: 'M322 4v56M322 126v60' }),
    s('path', { className: 'jamb', d: 'M312 61h20M312 125h20' }),
    s('path', { className: 'swing', d: 'M388 64A64 64 0 0 1 326 122' }),
    s('rect', { className: 'door', x: 323, y: 57, width: 66, height: 12, rx: 2 }),
    s('circle', { className: 'knob', cx: 380, cy: 63, r: 2.5 }),
    s('path', { className: 'dots', d: 'M196 94H352' }),
    s('path', {
      className: 'ticket',
      d: 'M14 36H178a8 8 0 0 1 8 8v44a9 9 0 0 0 0 18v38a8 8 0 0 1 -8 8H14a8 8 0 0 1 -8 -8v-38a9 9 0 0 0 0 -18V44a8 8 0 0 1 8 -8z',
    }),
    s('path', { className: 'tear', d: 'M24 97H168' }),
    s('text', { className: 'key', x: 26, y: 64 }, 'from'),
    s('text', { className: 'value', x: 166, y: 64, textAnchor: 'end' }, 'this folder'),
    s('text', { className: 'key', x: 26, y: 86 }, 'to'),
    s('text', { className: 'value', x: 166, y: 86, textAnchor: 'end' }, 'your LMS'),
    s('text', { className: 'what', x: 96, y: 130, textAnchor: 'middle' }, 'one zip a module'),
    s('text', { className: 'place', x: 440, y: 166, textAnchor: 'end' }, 'your LMS'),
  ])
}
