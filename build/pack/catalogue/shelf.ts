/** Every package of this build: module by module, with what is in it and its checksum. */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { h } from 'hastscript'
import type { Course, Module } from '../../../src/model/course'
import { plainTitle } from '../part'
import type { Package } from '../packages'
import { type CatalogueContent, count, facts, size } from './words'

export function shelf({ course, packages }: CatalogueContent): Element {
  const modules = course.modules.filter((module) => packages.some((one) => one.module === module.number))
  return h('section', { id: 'packages', ariaLabelledBy: 'packages-title' }, [
    h('h2', { id: 'packages-title' }, 'All packages'),
    ...programme(course, packages),
    ...modules.map((module) =>
      shelfOf(
        module,
        packages.filter((one) => one.module === module.number),
      ),
    ),
  ])
}

/** All modules in one package; nothing where it was not built. */
function programme(course: Course, packages: readonly Package[]): readonly Element[] {
  const whole = packages.filter((one) => one.module === null)
  if (whole.length === 0) return []
  const minutes = course.modules.reduce((sum, module) => sum + module.minutes.narration, 0)
  const about = [
    h('h3', plainTitle(course.title)),
    h(
      'p',
      { className: 'soft' },
      [count(course.modules.length, 'module'), count(Math.round(minutes), 'minute'), 'one menu'].join('\u00a0· '),
    ),
    h('p', 'All modules in one package. The LMS hears one status and one score: passed when every quiz is.'),
  ]
  return [h('div', { className: 'module' }, [h('div', { className: 'about' }, about), table('the whole programme', whole)])]
}

function shelfOf(module: Module, packages: readonly Package[]): Element {
  return h('div', { className: 'module' }, [
    h('div', { className: 'about' }, [
      h('h3', [h('span', { className: 'no' }, String(module.number)), ' ', plainTitle(module.title)]),
      h('p', { className: 'soft' }, facts(module).join('\u00a0· ')),
      h('details', { className: 'aims' }, [
        h('summary', 'What one learns'),
        h(
          'ul',
          module.objectives.map((html) => h('li', fromHtml(html, { fragment: true }).children as Element[])),
        ),
      ]),
    ]),
    table(`module ${module.number}`, packages),
  ])
}

function table(of: string, packages: readonly Package[]): Element {
  return h('table', [
    h('caption', { className: 'sr' }, `Packages of ${of}`),
    h(
      'thead',
      h('tr', [
        h('th', { scope: 'col' }, 'package'),
        h('th', { scope: 'col' }, 'for'),
        h('th', { scope: 'col', className: 'num' }, 'size'),
        h('th', { scope: 'col' }, 'SHA-256'),
      ]),
    ),
    h('tbody', packages.map(row)),
  ])
}

function row({ file, target, bytes, sha256 }: Package): Element {
  return h('tr', [
    h('th', { scope: 'row' }, h('a', { href: file, download: true }, file)),
    h('td', target.label),
    h('td', { className: 'num' }, size(bytes.length)),
    h(
      'td',
      h('div', { className: 'sum' }, [
        h('details', [h('summary', { title: sha256 }, h('code', sha256.slice(0, 12))), h('code', { className: 'full' }, sha256)]),
        h('button', { type: 'button', hidden: true, dataCopy: sha256, ariaLabel: `Copy the SHA-256 of ${file}` }, 'Copy'),
      ]),
    ),
  ])
}
