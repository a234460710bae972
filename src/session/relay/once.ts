/** What is said once for an attempt, and was delivered, is remembered on this device. Elsewhere it is said again with the id it had: the LRS has it already. */
import type { Page } from '../page'
import { keeps } from '../quirks/frozen-storage'

/** Two for each module of a few attempts. */
const MOST = 60

export const saidOnce = (page: Pick<Page, 'localStorage'>, key: string) => {
  const name = `wsqd.relay.${key}`
  const read = (): readonly string[] => {
    try {
      return (page.localStorage.getItem(name) ?? '').split(' ').filter(Boolean)
    } catch {
      return []
    }
  }
  const delivered = new Set(read())
  const said = new Set<string>()
  return {
    isNew(id: string): boolean {
      const isNew = !delivered.has(id) && !said.has(id)
      said.add(id)
      return isNew
    },
    stored(ids: readonly string[]): void {
      const ours = ids.filter((id) => said.has(id))
      if (!ours.length) return
      for (const id of ours) delivered.add(id)
      keeps(page, name, [...delivered].slice(-MOST).join(' '))
    },
  }
}
