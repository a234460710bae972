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
/** Milliseconds that a slow commit takes. */
export const SLOW = 2000
/** Tells the server which faults the files of a package meet: they are asked for by the content, which knows nothing of faults. */
export const COOKIE = 'preview-faults'

/** `offline,slow` as in an address. */
export function faultsOf(text: string): readonly Fault[] {
  return text
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const found = faults.find(({ id }) => id === one)
      if (found !== undefined) return found.id
      throw new PreviewError(`No fault "${one}": expected ${faults.map(({ id }) => id).join(', ')}, with commas between them.`)
    })
}

/** Of a Cookie header. What is not a fault is passed by: a cookie may be of another version of the preview. */
export function cookieFaults(header: string): readonly Fault[] {
  const [, value = ''] = new RegExp(`(?:^|; *)${COOKIE}=([a-z.]*)`).exec(header) ?? []
  const said = value.split('.')
  return faults.flatMap(({ id }) => (said.includes(id) ? [id] : []))
}
