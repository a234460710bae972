import { Answer, Article } from './Article'
import { usePlayer } from './context'
import { Dialog } from './Dialog'
import { Markup } from './Markup'
import type { Paper, Player } from '../models/player'

/** The whole module for the printer, and for nobody's eyes on a screen. The answers stand at the end, where one does not see them at once. */
export function Handout({ paper }: { readonly paper: Paper }) {
  const { player, t, of } = usePlayer()
  const { module, learning } = player
  const asks = module.screens.flatMap(({ beats }) => beats.flatMap(({ ask }) => ask ?? []))
  return (
    <div class="handout" data-paper={paper}>
      <header>
        <p>{learning.course.title}</p>
        <p>{t.moduleOf(module.number, of)}</p>
        <h1>{module.title}</h1>
        <ul>
          {module.objectives.map((html) => (
            <li key={html}>
              <Markup html={html} />
            </li>
          ))}
        </ul>
        <p class="note">
          {t[paper]} · {t.edition(learning.course.revision)}
        </p>
      </header>
      {module.screens.map((screen) => (
        <section key={screen.id}>
          <h2>{screen.title}</h2>
          <Article screen={screen} paper={{ kind: paper, number: (ask) => asks.indexOf(ask) + 1 }} />
        </section>
      ))}
      {asks.length > 0 && (
        <section>
          <h2>{t.answers}</h2>
          {asks.map((ask, i) => (
            <div class="guess answers" key={ask.id}>
              <h3>
                {t.guessNumber(i + 1)}: <Markup html={ask.question} />
              </h3>
              <Answer ask={ask} />
            </div>
          ))}
        </section>
      )}
      {module.glossary.length > 0 && (
        <section>
          <h2>{t.words}</h2>
          <Terms terms={module.glossary} />
        </section>
      )}
    </div>
  )
}

export function Terms({ terms }: { readonly terms: Player['module']['glossary'] }) {
  return (
    <dl class="terms">
      {terms.map(({ term, html }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Markup html={html} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What to print: asked before the browser's own dialog opens. */
export function PrintChoice() {
  const { player, t } = usePlayer()
  const choice = (paper: Paper) => (
    <p>
      <button type="button" class="primary" onClick={() => player.print(paper)}>
        {t[paper]}
      </button>
      <span class="note">{t[`${paper}About`]}</span>
    </p>
  )
  return (
    <Dialog title={t.printModule} class="keys print-choice" t={t} close={player.closeDialog}>
      {choice('handout')}
      {choice('transcript')}
    </Dialog>
  )
}
