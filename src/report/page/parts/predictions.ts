/** What people expect before they see it: the most often wrong first. */
import type { PredictionFigures } from '../../figures'
import { drawing, rect } from '../draw'
import { el, type Child } from '../node'
import { finding, none, note, numbers, type Part, warned } from '../part'
import { count, number, percent, quoted } from '../say'
import { table } from '../table'
import { pictureId, screenTitle, type View } from '../view'

const SHOWN = 12

export const predictions: Part = {
  id: 'predictions',
  title: 'Predictions most often wrong',
  render: (view) => {
    const all = view.slice.predictions
    const [worst] = all
    if (!worst) return [none('Nobody made a prediction in this time.')]
    const half = all.filter(({ share }) => share > 0.5).length
    const lured = lureOf(worst)
    return [
      finding(
        `${number(half)} of ${count(all.length, 'prediction')} surprise${half === 1 ? 's' : ''} more than half. The most surprising, ${quoted(worst.asks)} (module ${worst.module}), is wrong for ${percent(worst.share)} of ${number(worst.n)}${lured ? `; ${percent(lured.all)} expect ${quoted(lured.text || lured.key, 70)}` : ''}.`,
      ),
      warned(Math.max(...all.map(({ n }) => n)), 'prediction'),
      predictionTable(view, all.slice(0, SHOWN), `The ${count(Math.min(SHOWN, all.length), 'prediction')} most often wrong`),
      all.length > SHOWN
        ? numbers(`The other ${number(all.length - SHOWN)}`, predictionTable(view, all.slice(SHOWN), 'The other predictions'))
        : null,
      note(
        'A wrong prediction costs nobody anything: it is asked before it is told. Where nearly all are wrong, the picture after it must do the explaining.',
      ),
    ]
  },
}

const lureOf = ({ choices }: PredictionFigures) => choices.filter(({ right }) => !right).sort((a, b) => b.n - a.n)[0]

const predictionTable = (view: View, rows: readonly PredictionFigures[], caption: string) =>
  table<PredictionFigures>({
    caption,
    className: 'stack predictions',
    rows,
    columns: [
      {
        name: 'prediction',
        names: true,
        className: 'wide',
        cell: ({ module, screen, asks }) =>
          el(
            'div',
            { class: 'with-thumb' },
            screen && view.hasPicture(module, screen)
              ? el(
                  'svg',
                  { class: 'thumb', viewBox: '0 0 1280 640', 'aria-hidden': 'true' },
                  el('use', { href: `#${pictureId(module, screen)}` }),
                )
              : null,
            el('span', {}, asks, el('small', {}, `module ${module}${screen ? `, “${screenTitle(view, module, screen)}”` : ''}`)),
          ),
        by: ({ asks }) => asks.toLowerCase(),
      },
      {
        name: 'wrong',
        cell: ({ share, wrong, n }) => [
          percent(share),
          drawing(6, rect(0, 1, 2, 2, 'groove'), rect(0, share, 0, 6, 'ink')),
          el('small', {}, `${number(wrong)} of ${number(n)}`),
        ],
        by: ({ share }) => share,
        number: true,
      },
      { name: 'what they expect', className: 'wide', cell: chosen },
      { name: 'skipped', cell: ({ skipped }) => number(skipped), by: ({ skipped }) => skipped, number: true },
    ],
  })

const chosen = ({ choices }: PredictionFigures): Child =>
  el(
    'ul',
    { class: 'plain chosen' },
    [...choices]
      .sort((a, b) => b.n - a.n)
      .map(({ key, text, right, all }) =>
        el('li', {}, el('b', {}, percent(all)), ` ${text || key}`, right ? el('i', {}, ' (right)') : null),
      ),
  )
