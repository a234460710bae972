/** What can go wrong between a page and its LMS, to be switched on while a package plays. Shared by the server and its pages. */
import { PreviewError } from './types'

export type Fault = 'offline' | 'refused' | 'slow' | 'expired' | 'lying' | 'killed'

export const faults: readonly { readonly id: Fault; readonly label: string; readonly what: string }[] = [
  { id: 'offline', label: 'offline', what: 'No request gets through, neither a commit nor a file of the package.' },
  { id: 'refused', label: 'refused', what: 'Every commit is answered with an error.' },
  { id: 'slow', label: 'slow', what: 'Every commit takes two seconds.' },
  { id: 'expired', label: 'logged out', what: 'Every request is answered with the login page.' },
  { id: 'lying', label: 'lying', what: 'Every commit is answered "true", and nothing is stored.' },
  { id: 'killed', label: 'killed at a commit', what: 'The next commit takes the tab with it, before anything is sent.' },
]

/** What an LRS may do to any request: of cmi5 and Tin Can packages. */
export type LrsFault = 'cut' | 'delay' | 'dropped' | '401' | '429' | '500' | '503'
export const lrsFaults: readonly { readonly id: LrsFault; readonly label: string; readonly what: string }[] = [
  { id: 'cut', label: 'cut', what: 'No request gets through to the LRS.' },
  { id: 'delay', label: 'slow', what: 'Every answer of the LRS takes two seconds.' },
  { id: 'dropped', label: 'answer lost', what: 'The LRS stores what it is sent, and the answer is lost on the way.' },
  { id: '401', label: '401', what: 'The LRS no longer knows the token.' },
  { id: '429', label: '429', what: 'The LRS is asked too often, and says to wait three seconds.' },
  { id: '500', label: '500', what: 'The LRS fails.' },
  { id: '503', label: '503', what: 'The LRS is down for maintenance.' },
]
/** Milliseconds that a slow commit takes. */
export const SLOW = 2000
/** Tells the server which faults the files of a package meet: they are asked for by the content, which knows nothing of faults. */
export const COOKIE = 'preview-faults'

/** `offline,slow` as in an address. */
export const faultsOf = (text: string): readonly Fault[] => listed(text, faults, 'fault')
export const lrsFaultsOf = (text: string): readonly LrsFault[] => listed(text, lrsFaults, 'fault of an LRS')

/** `what` is said to whoever names another. */
export function listed<T extends string>(text: string, known: readonly { readonly id: T }[], what: string): readonly T[] {
  return text
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const found = known.find(({ id }) => id === one)
      if (found !== undefined) return found.id
      throw new PreviewError(`No ${what} "${one}": expected ${known.map(({ id }) => id).join(', ')}, with commas between them.`)
    })
}

/** Of a Cookie header. What is not a fault is passed by: a cookie may be of another version of the preview. */
export function cookieFaults(header: string): readonly Fault[] {
  const [, value = ''] = new RegExp(`(?:^|; *)${COOKIE}=([a-z.]*)`).exec(header) ?? []
  const said = value.split('.')
  return faults.flatMap(({ id }) => (said.includes(id) ? [id] : []))
}
