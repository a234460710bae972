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
  const imports = { imports: { 'scorm-again': '/vendor/scorm-again/esm/scorm-again.min.js' } }
  const wish = { package: one.id, title, learner: learner.id, mode, host, frame: frameOf(frame).id, own }
  const head = html`
    <script type="importmap">
      ${inlineJson(imports)}
    </script>
    <script type="application/json" id="wish">
      ${inlineJson(wish)}
    </script>
    <script type="module" src="/app/page/launch"></script>
  `
  const facts = [standard, learner.name, labelOf(host)]
  return deskPage({ id: one.id, title, facts, learner, frame, own, fields: { host }, faults, on, says: null }, head)
}

export interface Desk {
  /** Of the package. */
  readonly id: string
  readonly title: string
  readonly facts: readonly string[]
  readonly learner: Learner
  readonly frame: string
  readonly own: boolean
  /** Kept when the learner starts again. */
  readonly fields: Readonly<Record<string, string>>
  readonly faults: readonly { readonly id: string; readonly label: string; readonly what: string }[]
  readonly on: readonly string[]
  /** Said below the strip, whatever happens. */
  readonly says: string | null
}

/** A strip, the room for the frame, and the inspector: what every standard's launch page is made of. */
export function deskPage({ id, title, facts, learner, frame, own, fields, faults: all, on, says }: Desk, head: Markup): string {
  const size = frameOf(frame)
  const sizes = frames.some((one) => one.id === size.id) ? frames : [...frames, size]
  const body = html`
    <header class="strip">
      <a class="back" href="/">Catalogue</a>
      <h1>${title}</h1>
      <p class="facts soft">${facts.map((fact) => html`<span>${fact}</span> `)}<span id="facts"></span></p>
      <p class="tally" role="status">
        <span id="saved" class="soft"></span><button type="button" class="quiet" id="errors">0 errors</button>
      </p>
      <div class="tools">
        <label class="unseen" for="frame">Frame</label>
        <select id="frame">
          ${sizes.map((one) => html`<option value="${one.id}" ${one.id === size.id ? html`selected` : null}>${one.label}</option>`)}
        </select>
        <form method="post" action="/api/attempts/${learner.id}/${encodeURIComponent(id)}/restart">
          <input type="hidden" name="to" value="launch" />
          <input type="hidden" name="frame" value="${size.id}" /><input type="hidden" name="where" value="${own ? 'window' : 'frame'}" />
          ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <input type="hidden" name="fault" value="${on.join(',')}" />
          <button class="button">Start again</button>
        </form>
        <button type="button" class="button" id="toggle" aria-expanded="true" aria-controls="inspector">Inspector</button>
      </div>
    </header>
    ${switches(all, on)} ${says === null ? null : html`<aside class="notice soft" aria-label="What this is">${says}</aside>`}
    <p class="notice" id="notice" role="status" hidden></p>
    <div class="desk">
      <main class="room" id="room" tabindex="0" aria-label="The course"></main>
      <aside class="inspector" id="inspector" aria-label="Inspector"></aside>
    </div>
  `
  return page(`${title} – ${learner.name}`, 'page-launch', body, head)
}

/** What goes wrong, to be switched while the package plays. */
function switches(all: Desk['faults'], on: readonly string[]): Markup {
  return html`<section class="faults" id="faults" aria-label="Faults">
    <fieldset class="pair">
      <legend>Faults</legend>
      ${all.map(
        ({ id, label, what }) =>
          html`<label title="${what}"><input type="checkbox" value="${id}" ${on.includes(id) ? html`checked` : null} /> ${label}</label>`,
      )}
    </fieldset>
    <button type="button" class="button" id="kill">Kill the tab now</button>
    <p class="said" id="faults-said" role="status"></p>
  </section>`
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
