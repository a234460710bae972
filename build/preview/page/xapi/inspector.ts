/** The inspector of cmi5 and Tin Can packages: asks the server twice a second what its LRS has heard since. */
import type { XapiLaunching } from '../../xapi/api'
import type { Line, XapiReport } from '../../xapi/report'
import type { Asked } from '../../lrs/types'
import { byId, clockTime } from '../dom'
import { createTabs } from '../inspector/tabs'
import { createDocuments } from './documents'
import { createRequests, isFailure } from './requests'
import { createSession } from './session'
import { createStory, isBroken } from './story'

/** What is known by now, for all looks. */
export interface Heard {
  report: XapiReport | null
  /** Of the whole attempt. */
  readonly lines: Line[]
  /** Of this session. */
  readonly requests: Asked[]
}

const EVERY = 500

export function createXapiInspector(launching: XapiLaunching, base: string): void {
  const heard: Heard = { report: null, lines: [], requests: [] }
  const story = createStory(launching, heard)
  const requests = createRequests(heard)
  const tabs = createTabs([story, createDocuments(launching, heard), requests, createSession(launching, heard)])
  byId('errors').addEventListener('click', () => {
    const broken = heard.lines.some(isBroken)
    if (broken) story.onlyBroken()
    else requests.onlyFailures()
    tabs.open(broken ? story : requests)
  })
  const ask = async (): Promise<void> => {
    const since = { statements: (heard.lines.at(-1)?.n ?? -1) + 1, requests: (heard.requests.at(-1)?.n ?? launching.requests - 1) + 1 }
    const params = new URLSearchParams({ statements: String(since.statements), requests: String(since.requests) })
    const response = await fetch(`${base}?${params.toString()}`)
    if (!response.ok) return
    const report = (await response.json()) as XapiReport
    heard.report = report
    heard.lines.push(...report.statements)
    heard.requests.push(...report.requests)
    tabs.draw()
    tally(heard)
  }
  const again = (): void => {
    const next = (): number => window.setTimeout(again, EVERY)
    // A server that is gone says nothing; when it is back, so is this.
    if (document.hidden) next()
    else
      void ask()
        .catch(() => undefined)
        .then(next)
  }
  again()
}

function tally({ lines, requests }: Heard): void {
  const errors = lines.filter(isBroken).length + requests.filter(isFailure).length
  const button = byId('errors')
  button.textContent = errors === 1 ? '1 error' : `${errors} errors`
  button.classList.toggle('bad', errors > 0)
  const last = lines.findLast(({ session }) => session !== null)
  byId('saved').textContent = last === undefined ? '' : `heard ${clockTime(new Date(last.statement.stored))}`
}
