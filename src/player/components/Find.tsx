import { useMemo } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import type { Html } from '../../model/units'
import { find, holds, linesOf, MOST_HITS, type Hit } from '../models/find'
import { usePlayer } from './context'
import { Dialog } from './Dialog'
import { Terms } from './Handout'

/** Every word of the module, and where it is said. Before anything is asked, the terms and what they mean. */
export function Find() {
  const { player, t } = usePlayer()
  const { module } = player
  const query = useSignal('')
  const lines = useMemo(() => linesOf(module, textsOf), [])
  const hits = find(
    lines,
    query.value,
    module.screens.map(({ title }) => title),
  )
  const terms = module.glossary.filter(({ term, html }) => holds(`${term} ${textsOf(html).join(' ')}`, query.value))
  const asked = query.value.trim() !== ''
  return (
    <Dialog title={t.findIn} class="keys find" t={t} close={player.closeDialog}>
      <input
        type="text"
        role="searchbox"
        enterkeyhint="search"
        aria-label={t.findIn}
        placeholder={t.findHint}
        autofocus
        onInput={(event) => (query.value = event.currentTarget.value)}
      />
      <p class="note" role="status">
        {asked && (hits.length > MOST_HITS ? t.mostPlaces(MOST_HITS) : t.places(hits.length + terms.length))}
      </p>
      {terms.length > 0 && (
        <section>
          <h3>{t.words}</h3>
          <Terms terms={terms} />
        </section>
      )}
      <ol class="hits">
        {hits.slice(0, MOST_HITS).map((hit, i) => (
          <li key={i}>
            <button type="button" onClick={() => player.goToPlace(hit.screen, hit.beat)}>
              <b>{module.screens[hit.screen]!.title}</b>
              <Marked parts={hit.parts} />
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function Marked({ parts }: Pick<Hit, 'parts'>) {
  return <span>{parts.map((part, i) => (i % 2 ? <mark>{part}</mark> : part))}</span>
}

/** The plain texts of our own markup: a paragraph, an item, a row, a piece of code each. */
function textsOf(html: Html): readonly string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const meaning of body.querySelectorAll('.meaning')) meaning.remove()
  const blocks = [...body.querySelectorAll('p, li, tr, pre, h3, h4')].filter((one) => !one.querySelector('p, li'))
  return (blocks.length ? blocks : [body]).map((block) => {
    for (const cell of block.querySelectorAll('td:not(:last-child), th:not(:last-child)')) cell.append(' · ')
    return (block.textContent ?? '').replace(/\s+/g, ' ').trim()
  })
}
