/**
 * Hosts as they are met, each a few lines over a host by the book: what they do, where it was seen (row of the release matrix), and which laws of the
 * contract nobody could keep there, with the reason.
 */
import { API_NAME, METHODS, type Host } from './host'
import type { FakePage } from './fake-page'
import { plainHost, type PlainHost } from './plain-host'
import { previewHost } from './preview-host'
import { scormAgainHost } from './scorm-again-host'

export type Law = 'opens' | 'resumes' | 'reports' | 'keeps' | 'never lowers' | 'ends' | 'honest'
export type Standard = Host['standard']

export interface HostileHost {
  readonly name: string
  /** Of the matrix of what must be tested before a release. */
  readonly row: number
  /** What makes this host different, on every launch; `host` is new each time. */
  arrange(standard: Standard): Arranged
  /** Laws that no content can keep here, and why. */
  readonly cannot?: Partial<Record<Law, string>>
}

export interface Arranged {
  readonly first: Host
  /** Done to the page of every launch, the API already on it. */
  readonly dress?: (page: FakePage, api: Api, host: Host) => void
  /** Does anything get through? */
  readonly probe?: () => Promise<boolean>
  /** Called half-way through the first launch, and before its end. */
  readonly midway?: () => void
  readonly later?: () => void
}
type Api = Record<string, (...args: string[]) => unknown>

const plain = (standard: Standard, given: Record<string, string> = {}, host = plainHost(standard, given)): PlainHost => host
const modeOf = (standard: Standard) => (standard === 'scorm12' ? 'cmi.core.lesson_mode' : 'cmi.mode')
const creditOf = (standard: Standard) => (standard === 'scorm12' ? 'cmi.core.credit' : 'cmi.credit')
const apiOf = (page: FakePage, standard: Standard): Api => (page as unknown as Record<string, Api>)[API_NAME[standard]] ?? {}
const moved = (page: FakePage, standard: Standard, to: (api: Api) => void): void => {
  const api = apiOf(page, standard)
  delete (page as unknown as Record<string, unknown>)[API_NAME[standard]]
  to(api)
}
const holding = (standard: Standard, api: Api): object => ({ [API_NAME[standard]]: api })
const silent = 'a host in this mode stores what it is told, so nothing is told'
const mangled = (mangles: (text: string) => string) => (standard: Standard) => {
  const first = plain(standard)
  first.faults.mangles = mangles
  return { first }
}
const otherOrigin = (): object =>
  new Proxy(
    {},
    {
      get() {
        throw new Error('SecurityError: Blocked a frame with origin "https://content.example" from accessing a cross-origin frame.')
      },
    },
  )

export const HOSTILE: readonly HostileHost[] = [
  { name: 'by the book', row: 0, arrange: (standard) => ({ first: plain(standard) }) },
  { name: 'scorm-again, strict', row: 1, arrange: (standard) => ({ first: scormAgainHost(standard) }) },
  { name: 'scorm-again, lax', row: 1, arrange: (standard) => ({ first: scormAgainHost(standard, {}, false) }) },
  { name: 'Moodle 4.5', row: 2, arrange: (standard) => ({ first: previewHost('moodle', standard) }) },
  {
    name: 'Open edX',
    row: 3,
    arrange: (standard) => ({ first: previewHost('openedx', standard) }),
    cannot: { honest: 'its Commit is an empty function: what was set leaves when the page likes, and nothing tells when it has arrived' },
  },
  {
    name: 'says true, stores nothing',
    row: 4,
    arrange(standard) {
      const first = plain(standard)
      first.faults.lies = true
      return { first }
    },
    cannot: {
      reports: 'it has no record to look into',
      honest: 'it says "true", and the way to it is open: nothing tells it from a sound one',
    },
  },
  {
    name: 'API after 3 s',
    row: 5,
    arrange: (standard) => ({
      first: plain(standard),
      dress: (page) => moved(page, standard, (api) => page.setTimeout(() => Object.assign(page, holding(standard, api)), 3000)),
    }),
  },
  {
    name: 'API on the opener',
    row: 6,
    arrange: (standard) => ({
      first: plain(standard),
      dress: (page) => moved(page, standard, (api) => void (page.opener = holding(standard, api))),
    }),
  },
  {
    name: 'API on the opener of the parent',
    row: 6,
    arrange: (standard) => ({
      first: plain(standard),
      dress: (page) => moved(page, standard, (api) => void (page.parent = { opener: holding(standard, api) })),
    }),
  },
  {
    name: 'a parent that throws',
    row: 7,
    arrange: (standard) => ({
      first: plain(standard),
      dress: (page) =>
        moved(page, standard, (api) => {
          page.parent = otherOrigin()
          page.opener = holding(standard, api)
        }),
    }),
  },
  { name: 'suspend data cut to 4,096', row: 8, arrange: mangled((text) => text.slice(0, 4096)) },
  { name: 'suspend data cut to 4,000', row: 8, arrange: mangled((text) => text.slice(0, 4000)) },
  { name: 'suspend data URL-encoded', row: 8, arrange: mangled((text) => encodeURIComponent(`${text}\n`)) },
  { name: 'suspend data with line ends', row: 8, arrange: mangled((text) => `${text.replace(/.{40}/g, '$&\r\n')}\r\n`) },
  {
    name: 'commit takes 2 s',
    row: 9,
    arrange(standard) {
      const first = plain(standard)
      let page: FakePage | undefined
      first.faults.onCommit = () => page?.block(2000)
      return { first, dress: (next) => void (page = next) }
    },
  },
  ...(['review', 'browse', 'no-credit'] as const).map((mode): HostileHost => ({
    name: mode,
    row: 11,
    arrange: (standard) => ({
      first: plain(standard, mode === 'no-credit' ? { [creditOf(standard)]: mode } : { [modeOf(standard)]: mode }),
    }),
    cannot: { resumes: silent, reports: silent, keeps: silent, 'never lowers': silent, honest: silent },
  })),
  {
    name: 'second launch in one page',
    row: 12,
    // The frame was loaded again, and the API had been initialised for the one before: 101 in 1.2, 103 in 2004.
    arrange: (standard) => ({
      first: plain(standard),
      dress(_, api) {
        const [initialize, , , , , error] = METHODS[standard]
        const open = api[initialize]
        open?.('')
        let again = false
        Object.assign(api, {
          [initialize]: () => ((again = true), 'false'),
          [error]: ((before) => () => (again ? ((again = false), standard === 'scorm12' ? '101' : '103') : before?.()))(api[error]),
        })
      },
    }),
  },
  {
    name: 'refuses to initialise',
    row: 13,
    arrange(standard) {
      const first = plain(standard)
      first.faults.initializeFails = standard === 'scorm12' ? '101' : '102'
      return { first }
    },
    cannot: Object.fromEntries(
      (['resumes', 'reports', 'keeps', 'never lowers', 'ends', 'honest'] as const).map((law) => [
        law,
        'there is no session; the learner is told',
      ]),
    ),
  },
  {
    name: 'offline midway',
    row: 14,
    arrange(standard) {
      const first = previewHost('moodle', standard)
      return {
        first,
        probe: () => (first.faults.offline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(true)),
        midway: () => void (first.faults.offline = true),
        later: () => void (first.faults.offline = false),
      }
    },
  },
  {
    name: 'no localStorage',
    row: 16,
    arrange: (standard) => ({ first: plain(standard), dress: (page) => void (page.refuseStorage = true) }),
  },
  {
    name: 'frozen localStorage',
    row: 16,
    arrange: (standard) => ({ first: plain(standard), dress: (page) => void (page.frozenStorage = true) }),
  },
  {
    name: 'blank mode and entry',
    row: 3,
    arrange: (standard) => ({ first: plain(standard, { [modeOf(standard)]: '', [creditOf(standard)]: '' }) }),
  },
]
/** Row 10 (an end without `unload`) is how every launch here ends; 15, 17 and 18 need a browser (test/e2e); 19 is the zip lint, 20 test/model. */
