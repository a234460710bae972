/** Keys of deployments. 144 bits: nobody guesses one, and everybody may read it in the page. */
import { randomBytes } from 'node:crypto'
import { isMap, isSeq, parseDocument } from 'yaml'

export const newKey = (bytes: (size: number) => Buffer = randomBytes): string => `wk-${bytes(18).toString('base64url')}`

/** The text of the file with that deployment revoked, everything else as it was; null where there is no such deployment. */
export function revokeIn(text: string, name: string): string | null {
  const document = parseDocument(text)
  const list = document.get('deployments')
  if (!isSeq(list)) return null
  const one = list.items.find((item) => isMap(item) && item.get('name') === name)
  if (!isMap(one)) return null
  one.set('revoked', true)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
