/** The launch page: the frame the package runs in, and the inspector beside it. The script fills both. */
import { faults, type Fault } from '../faults'
import { frameOf, frames } from '../frames'
import { labelOf } from '../host/personalities'
import { html, inlineJson, page, type Markup } from '../html'
import type { Learner } from '../learners'
import type { Package } from '../library'
import type { Mode, Personality } from '../types'

export interface LaunchPage {
  readonly package: Package
  readonly learner: Learner
  readonly mode: Mode
  readonly host: Personality
  readonly faults: readonly Fault[]
  readonly frame: string
  readonly own: boolean
}

export function launchPage({ package: one, learner, mode, host, faults: on, frame, own }: LaunchPage): string {
  const { title, standard } = one.manifest
  const size = frameOf(frame)
  const sizes = frames.some(({ id }) => id === size.id) ? frames : [...frames, size]
  const imports = { imports: { 'scorm-again': '/vendor/scorm-again/esm/scorm-again.min.js' } }
  const wish = { package: one.id, title, learner: learner.id, mode, host, frame: size.id, own }
  const head = html`
    <script type="importmap">
      ${inlineJson(imports)}
    </script>
    <script type="application/json" id="wish">
      ${inlineJson(wish)}
    </script>
    <script type="module" src="/app/page/launch"></script>
  `
  const body = html`
    <header class="strip">
      <a class="back" href="/">Catalogue</a>
      <h1>${title}</h1>
      <p class="facts soft"><span>${standard}</span> <span>${learner.name}</span> <span>${labelOf(host)}</span> <span id="facts"></span></p>
      <p class="tally" role="status">
        <span id="saved" class="soft"></span><button type="button" class="quiet" id="errors">0 errors</button>
      </p>
      <div class="tools">
        <label class="unseen" for="frame">Frame</label>
        <select id="frame">
          ${sizes.map(({ id, label }) => (id === size.id ? html`<option value="${id}" selected>${label}</option>` : html`<option value="${id}">${label}</option>`))}
        </select>
        <form method="post" action="/api/attempts/${learner.id}/${encodeURIComponent(one.id)}/restart">
          <input type="hidden" name="to" value="launch" />
          <input type="hidden" name="frame" value="${size.id}" /><input type="hidden" name="where" value="${own ? 'window' : 'frame'}" />
          <input type="hidden" name="host" value="${host}" /><input type="hidden" name="fault" value="${on.join(',')}" />
          <button class="button">Start again</button>
        </form>
        <button type="button" class="button" id="toggle" aria-expanded="true" aria-controls="inspector">Inspector</button>
      </div>
    </header>
    ${switches(on)}
    <p class="notice" id="notice" role="status" hidden></p>
    <div class="desk">
      <main class="room" id="room" tabindex="0" aria-label="The course"></main>
      <aside class="inspector" id="inspector" aria-label="Inspector"></aside>
    </div>
  `
  return page(`${title} – ${learner.name}`, 'page-launch', body, head)
}

/** What goes wrong, to be switched while the package plays. */
function switches(on: readonly Fault[]): Markup {
  return html`<div class="faults" id="faults">
    <fieldset class="pair">
      <legend>Faults</legend>
      ${faults.map(
        ({ id, label, what }) =>
          html`<label title="${what}"><input type="checkbox" value="${id}" ${on.includes(id) ? html`checked` : null} /> ${label}</label>`,
      )}
    </fieldset>
    <button type="button" class="button" id="kill">Kill the tab now</button>
    <p class="said" id="faults-said" role="status"></p>
  </div>`
}

/** What a learner whose session has ended gets for every address. */
export function loginPage(): string {
  const body = html`
    <header class="top"><h1>You are logged out</h1></header>
    <main class="shelf">
      <p class="says">An LMS answers so when a session has ended. It is a fault of the launch page, “logged out”: switch it off there.</p>
      <p><a class="button first" href="/">To the catalogue</a></p>
    </main>
  `
  return page('Logged out – Preview LMS', 'page-catalogue', body)
}

/** What stands where a page cannot be shown. */
export function errorPage(status: number, message: string): string {
  const body = html`
    <header class="top"><h1>That did not work</h1></header>
    <main class="shelf">
      <p class="says">${message}</p>
      <p><a class="button first" href="/">To the catalogue</a></p>
    </main>
  `
  return page(`${status} – Preview LMS`, 'page-catalogue', body)
}
