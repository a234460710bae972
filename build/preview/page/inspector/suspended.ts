/** Suspend data, decoded by the server with the codec of the model, in words. */
import type { Launching, Suspended, SuspendedModule } from '../../types'
import { h, table, type Child } from '../dom'
import type { Source } from './inspector'
import type { Look } from './tabs'

/** Design §7: for the whole programme. */
const OURS = 3500
/** What the standard lets an LMS cut off. */
const room = { scorm12: 4096, scorm2004: 64000 } as const
const said: Readonly<Record<Suspended['reading'], string>> = {
  whole: 'whole',
  empty: 'The content has stored no suspend data.',
  damaged: 'Damaged: its checksum does not fit. It was cut or changed on the way.',
  newer: 'Written by a later version than the codec of this preview.',
  other: 'Whole, but of modules that this package does not have.',
  unknown: 'Not in the format of this product, so it is shown as it stands.',
}

export function createSuspended(launching: Launching, source: Source): Look {
  const place = h('div', {}, h('p', { class: 'none' }, said.empty))
  const element = h('div', {}, place)
  let shown = ''
  const draw = (): void => {
    const text = source.values()['cmi.suspend_data'] ?? ''
    if (text === shown) return
    shown = text
    const address = `/api/packages/${encodeURIComponent(launching.package)}/suspended`
    void fetch(address, { method: 'POST', body: text })
      .then((response) => response.json())
      .then((read: Suspended) => {
        if (text === shown) place.replaceChildren(...show(read, text, room[launching.runtime]))
      })
      .catch((error: unknown) => place.replaceChildren(h('p', { class: 'none' }, `The preview server does not answer: ${String(error)}`)))
  }
  return { id: 'suspended', name: 'Suspend data', element, draw }
}

/** Suspend data in words, wherever they were found. */
export function show(read: Suspended, text: string, most: number): readonly HTMLElement[] {
  const facts = pairs([
    ['Size', `${read.characters} characters; our limit is ${OURS}, the standard's ${most}`],
    ['Reading', said[read.reading]],
    ...(read.progress === null ? [] : [['Screens seen', percent(read.progress)] as const]),
    ...(read.counter === null ? [] : [['Changes', String(read.counter)] as const]),
    ...(read.attempt === null ? [] : [['Attempt', h('span', { class: 'code' }, read.attempt)] as const]),
  ])
  return [h('h2', {}, 'As stored'), facts, h('p', { class: 'raw' }, text), ...read.modules.flatMap(showModule)]
}

function showModule(module: SuspendedModule): readonly HTMLElement[] {
  const screens = module.screens.map((screen) => [screen.title, screen.seen ? 'seen' : `${screen.entered} of ${screen.beats} beats`])
  const predictions = module.predictions.map(({ id, made }) => [id, made ?? 'not asked yet'])
  const { quiz } = module
  return [
    h('h2', {}, module.title),
    pairs([
      ['Stands at', module.at],
      ['Seen', percent(module.progress)],
    ]),
    table(['Screen', 'Entered'], screens, `Screens of ${module.title}`),
    ...(predictions.length === 0 ? [] : [h('h2', {}, 'Predictions'), table(['Prediction', 'Made'], predictions, 'Predictions')]),
    ...(quiz === null
      ? []
      : [
          h('h2', {}, 'Quiz'),
          pairs([
            ['Attempt', quiz.attempt === 0 ? 'none begun' : `${quiz.attempt}, ${quiz.open ? 'open' : 'closed'}`],
            ['Best score', quiz.best === null ? 'none' : percent(quiz.best)],
          ]),
          ...(quiz.drawn.length === 0
            ? []
            : [
                table(
                  ['Question drawn', 'Response'],
                  quiz.drawn.map(({ id, response }) => [id, response ?? 'open']),
                  'Questions drawn',
                ),
              ]),
        ]),
  ]
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

export function pairs(rows: readonly (readonly [string, Child])[]): HTMLElement {
  return h('dl', { class: 'pairs' }, ...rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]))
}
