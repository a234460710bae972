/** The catalogue page: every package, and what each learner can do with it. Works without a script; the script keeps the chosen frame. */
import type { Entry, Standing } from '../catalogue'
import { frames } from '../frames'
import { html, page, type Markup } from '../html'
import { personalities } from '../host/personalities'
import { learners } from '../learners'

export interface CataloguePage {
  readonly entries: readonly Entry[]
  readonly dist: string
  /** The folder they are kept in. */
  readonly attempts: string
  readonly address: string
}

export function cataloguePage({ entries, dist, attempts, address }: CataloguePage): string {
  const names = [...new Set(entries.map(unitOf))]
  const groups = names.map((name) => entries.filter((entry) => unitOf(entry) === name))
  const head = html`<script type="module" src="/app/page/catalogue"></script>`
  const body = html`
    <header class="top">
      <h1>Preview LMS</h1>
      <p class="soft">
        Plays the packages of <span class="code">${dist}</span> as an LMS does, and shows every call. Only on this machine.
      </p>
      ${chooser()}
    </header>
    <main class="shelf">
      ${
        entries.length === 0
          ? empty(dist)
          : html`<table class="catalogue">
              <thead>
                <tr>
                  <th scope="col">Package</th>
                  ${learners.map(({ name }) => html`<th scope="col">${name}</th>`)}
                </tr>
              </thead>
              ${groups.map(group)}
            </table>`
      }
    </main>
    <footer class="foot soft">
      <span>Attempts are kept in <span class="code">${attempts}</span>. Reload after a build.</span>
      <span><a href="/stages">Stages</a>, every kind moving</span>
      <span>Tests: <a href="/api/catalogue">${address}api/catalogue</a>, <span class="code">docs/preview.md</span></span>
    </footer>
  `
  return page('Catalogue – Preview LMS', 'page-catalogue', body, head)
}

/** `wsqd-04-media-flows` of `wsqd-04-media-flows.scorm12`: the standards of one module stand together. */
const unitOf = (entry: Entry): string => entry.id.replace(/\.[^.]*$/, '')

function chooser(): Markup {
  return html`<form class="chooser" id="chooser">
    <label for="host">LMS</label>
    <select id="host" name="host">
      ${personalities.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}
    </select>
    <label for="frame">Frame</label>
    <select id="frame" name="frame">
      ${frames.map(({ id, label }) => (id === '650x666' ? html`<option value="${id}" selected>${label}</option>` : html`<option value="${id}">${label}</option>`))}
    </select>
    <fieldset class="pair">
      <legend>Opens in</legend>
      <label><input type="radio" name="where" value="frame" checked /> this page</label>
      <label><input type="radio" name="where" value="window" /> its own window</label>
    </fieldset>
  </form>`
}

function empty(dist: string): Markup {
  return html`<section class="empty">
    <h2>No package yet</h2>
    <p>There is no zip in <span class="code">${dist}</span>. Build the packages, then reload this page:</p>
    <pre class="code">npm run build</pre>
  </section>`
}

function group(entries: readonly Entry[]): Markup {
  const title = entries.find(({ error }) => error === null)?.title ?? 'Not a package'
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="${learners.length + 1}">${title}</th>
    </tr>
    ${entries.map(row)}
  </tbody>`
}

function row(entry: Entry): Markup {
  if (entry.error !== null) {
    return html`<tr class="broken" data-package="${entry.id}">
      <th scope="row">${entry.file}<small>${size(entry.bytes)}</small></th>
      <td colspan="${learners.length}"><strong class="stop">Cannot be launched.</strong> ${entry.error}</td>
    </tr>`
  }
  const begun = entry.learners.some(({ attempt }) => attempt > 0)
  return html`<tr data-package="${entry.id}">
    <th scope="row">
      ${entry.standard}
      <small class="code">${entry.file}</small>
      <small>${size(entry.bytes)} · <span class="code" title="sha256 ${entry.sha256}">${entry.sha256.slice(0, 8)}</span></small>
      ${entry.scos > 1 ? html`<small>${entry.scos} items; the first is launched</small>` : null}
    </th>
    ${entry.learners.map((standing) => cell(entry, standing, begun))}
  </tr>`
}

/** Where somebody has begun, all cells of the row keep the same lines, so that their buttons stand on one. */
function cell(entry: Entry, standing: Standing, begun: boolean): Markup {
  const { learner, name, state, attempt, updated, over } = standing
  if (standing.error !== null)
    return html`<td data-learner="${learner}"><strong class="stop">Attempts cannot be read.</strong> ${standing.error}</td>`
  const what = `${entry.title}, ${entry.standard}, as ${name}`
  const href = (mode: string): string => `/launch/${encodeURIComponent(entry.id)}?learner=${learner}&frame=650x666&mode=${mode}`
  const started = state.kind !== 'not attempted'
  return html`<td class="${attempt > 0 ? 'begun' : 'idle'}" data-learner="${learner}" data-name="${name}" data-state="${state.kind}">
    <p
      class="state ${state.kind === 'passed' || state.kind === 'completed' ? 'done' : ''} ${state.kind === 'failed' ? 'stop' : ''} ${state.kind === 'not attempted' ? 'soft' : ''}"
    >
      ${state.label}
    </p>
    ${begun ? html`<p class="bar" aria-hidden="true">${bar(standing)}</p>` : null}
    ${begun ? html`<p class="when soft">${attempt > 0 && updated !== null ? dated(attempt, updated) : html`&nbsp;`}</p>` : null}
    <div class="actions">
      <a class="button ${over ? '' : 'first'}" href="${href('normal')}" aria-label="Launch ${what}">Launch</a>
      ${started ? html`<a class="button" href="${href('review')}" aria-label="Review ${what}">Review</a>` : null}
      ${
        started
          ? html`<form method="post" action="/api/attempts/${learner}/${encodeURIComponent(entry.id)}/restart">
              <button class="button" aria-label="Start again: ${what}">Start again</button>
            </form>`
          : null
      }
    </div>
  </td>`
}

function dated(attempt: number, updated: string): Markup {
  return html`attempt ${attempt}, <time datetime="${updated}">${when(updated)}</time>`
}

function bar({ state }: Standing): Markup {
  const full = state.kind === 'passed' || state.kind === 'completed' ? 100 : state.kind === 'incomplete' ? (state.percent ?? 0) : 0
  return html`<svg viewBox="0 0 100 6" preserveAspectRatio="none">
    <rect y="2.25" width="100" height="1.5" class="hair" />
    <rect width="${full}" height="6" class="ink" />
  </svg>`
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Written for the reader's place by the page's script; this is what stands there without one. */
const when = (iso: string): string => iso.slice(0, 16).replace('T', ' ')
