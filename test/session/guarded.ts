import { API_NAME, METHODS } from '../hosts/host'
import type { FakePage } from '../hosts/fake-page'
import type { Name } from './launch'

/** Lets the API hear nothing from a page that was killed, and counts its calls among what the page does that outlives it. */
export const guarded = (page: FakePage, standard: Name): void => {
  const functions = (page as unknown as Record<string, Record<string, (...args: string[]) => unknown>>)[API_NAME[standard]] ?? {}
  for (const name of METHODS[standard]) {
    const call = functions[name]
    if (call) functions[name] = (...args) => (page.effect('call') ? call(...args) : '')
  }
}
