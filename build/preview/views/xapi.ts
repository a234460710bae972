/** The launch page of cmi5 and Tin Can packages, and the page that a unit returns to. */
import { standardNames } from '../catalogue'
import { lrsFaults, type LrsFault } from '../faults'
import { frameOf } from '../frames'
import { html, inlineJson, page } from '../html'
import type { Learner } from '../learners'
import type { XapiPackage } from '../library'
import type { Mode } from '../types'
import type { Breakage } from '../xapi/open'
import { deskPage } from './launch'

export interface XapiPage {
  readonly package: XapiPackage
  readonly learner: Learner
  readonly mode: Mode
  readonly faults: readonly LrsFault[]
  readonly broken: readonly Breakage[]
  readonly frame: string
  readonly own: boolean
}

const LIMITS =
  'The LRS behind this page is for preview and tests only: one learner, one package, a file on this machine. Do not keep real learners’ records in it.'

export function xapiPage({ package: one, learner, mode, faults: on, broken, frame, own }: XapiPage): string {
  const { title } = one.unit
  const wish = { package: one.id, title, learner: learner.id, mode, broken: broken.join(','), frame: frameOf(frame).id, own }
  const head = html`
    <script type="application/json" id="wish">
      ${inlineJson(wish)}
    </script>
    <script type="module" src="/app/page/xapi/launch"></script>
  `
  const facts = [standardNames[one.structure.standard], learner.name]
  return deskPage({ id: one.id, title, facts, learner, frame, own, fields: {}, faults: lrsFaults, on, says: LIMITS }, head)
}

/** Where cmi5's returnURL leads: the LMS again, in the frame or the window that the unit had. */
export function returnedPage(): string {
  const body = html`
    <header class="top"><h1>Back in the LMS</h1></header>
    <main class="shelf">
      <p class="says">The course has ended its session and sent you back (cmi5’s returnURL).</p>
      <p><a class="button first" href="/" target="_top">To the catalogue</a></p>
    </main>
  `
  return page('Back in the LMS – Preview LMS', 'page-catalogue', body)
}
