/** “Which LMS do you have?”: one row each, open it for the steps. Rows and anchors work without a script. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Confidence, type Fact, type LmsPreset, lowerFirst } from '../lms/preset'
import { optionsFor } from '../lms/options'
import { lmsPresets } from '../lms/presets'
import { targets } from '../targets'
import { type CatalogueContent, known, rich, size } from './words'

export function chooser(content: CatalogueContent): Element {
  return h('section', { id: 'lms', ariaLabelledBy: 'lms-title' }, [
    h('div', { className: 'title' }, [
      h('h2', { id: 'lms-title' }, 'Which LMS do you have?'),
      h('p', { className: 'filter', hidden: true }, [
        h('label', { htmlFor: 'filter' }, 'Find'),
        h('input', { id: 'filter', type: 'search', autoComplete: 'off', spellCheck: 'false' }),
      ]),
    ]),
    h('div', { className: 'lms-head', ariaHidden: 'true' }, [
      h('span', 'LMS'),
      h('span', 'take the zip for'),
      h('span', 'we know it from'),
    ]),
    ...lmsPresets.map((preset) => row(preset, content)),
    h('p', { id: 'none', className: 'soft', hidden: true }, ['Not in the list: see ', h('a', { href: '#other' }, 'Any other'), '.']),
    h('p', { className: 'note' }, [
      'We read source code, vendors’ documentation and what people write; nothing here was tried on your system. Menus are named differently from release to release, so their names are ',
      h('strong', 'not confirmed'),
      '.',
    ]),
  ])
}

function row(preset: LmsPreset, content: CatalogueContent): Element {
  // Said once, in the row's head; again only where it is another.
  const source = (by: Confidence): ElementContent[] => (by === preset.why.by ? [] : [{ type: 'text', value: ' ' }, known(by)])
  const line = (fact: Fact): Element => h('p', [...rich(fact.say), ...source(fact.by)])
  return h(
    'details',
    { id: preset.name, className: 'lms', name: 'lms', dataNames: [preset.label, preset.name, ...preset.also].join(' ').toLowerCase() },
    [
      h('summary', [
        h('span', { className: 'lms-name' }, preset.label),
        h('span', { className: 'lms-zip' }, targets[preset.target].label),
        known(preset.why.by),
      ]),
      h('div', { className: 'lms-body' }, [
        h('div', { className: 'steps' }, [
          step('Take', [
            ...downloads(preset, content),
            line(preset.why),
            ...(preset.instead === null
              ? []
              : [
                  h('p', [
                    'Or ',
                    targets[preset.instead.target].label,
                    ', when ',
                    ...rich(lowerFirst(preset.instead.when.say)),
                    ...source(preset.instead.when.by),
                  ]),
                ]),
          ]),
          step('Import', preset.importing.map(line)),
          step('Set', preset.setting.map(line)),
          step('Ask for', [
            h('p', { className: 'ask' }, h('strong', preset.ask === 'completed' ? 'completed' : 'passed and completed, both')),
            line(preset.asks),
          ]),
        ]),
        ...(preset.troubles.length === 0
          ? []
          : [
              h('div', { className: 'troubles' }, [
                h('h3', 'If something is wrong'),
                h(
                  'dl',
                  preset.troubles.flatMap(({ sign, cure, by }) => [h('dt', rich(sign)), h('dd', [...rich(cure), ...source(by)])]),
                ),
              ]),
            ]),
      ]),
    ],
  )
}

function downloads(preset: LmsPreset, { packages, settings }: CatalogueContent): readonly Element[] {
  const fitting = packages.filter(({ target }) => target.name === preset.target)
  if (fitting.length === 0) {
    return [h('p', ['It is not in this folder. Build it: ', h('code', { className: 'command' }, `wsqd build --lms ${preset.name}`)])]
  }
  const other = optionsFor(preset.settings, settings)
  return [
    ...fitting.map((one) =>
      h('p', { className: 'zip' }, [
        h('a', { href: one.file, download: true }, one.file),
        ' ',
        h('span', { className: 'soft' }, size(one.bytes.length)),
      ]),
    ),
    ...(other === ''
      ? []
      : [
          h('p', ['Set it for this LMS first: ', h('code', { className: 'command' }, `wsqd configure ${fitting[0]?.file ?? ''} ${other}`)]),
        ]),
  ]
}

const step = (title: string, lines: readonly Element[]): Element => h('div', { className: 'step' }, [h('h3', title), h('div', [...lines])])
