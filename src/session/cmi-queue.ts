/**
 * What the LMS is still to be told, in order, and what it was told and has not confirmed.
 *
 *     tell ─▶ want ──send──▶ sent ──commit──▶ confirmed, forgotten
 *              ▲                │ not confirmed
 *              └──── again ◀────┘
 *
 * What fails goes back: a host may have forgotten it, and telling it twice does no harm, since interactions keep their index.
 */
import type { CmiApi } from './cmi-api'

export interface QueueRules {
  /** Elements that only move upward through these values, lowest first. */
  readonly ranks: Readonly<Record<string, readonly string[]>>
  /** Error codes that say "never", where others say "not now". */
  readonly never: RegExp
  /** The LMS would not have this interaction; its index is free again. */
  dropped(): void
}

export const createQueue = (api: CmiApi, { ranks, never, dropped }: QueueRules) => {
  const known = new Map<string, string>()
  const want = new Map<string, string>()
  let sent = new Set<string>()
  const rank = (element: string, value: string) => ranks[element]?.indexOf(value) ?? 0

  const drop = (interaction: string) => {
    for (const element of [...want.keys()]) {
      if (!element.startsWith(interaction)) continue
      want.delete(element)
      known.delete(element)
    }
    dropped()
  }

  return {
    /** What the LMS has, or has been told; '' where nothing is known. */
    known: (element: string): string => known.get(element) ?? '',
    /** What the LMS was found to have. */
    learn: (element: string, value: string): void => void known.set(element, value),
    /** Only what is new, and never a step back. */
    tell(element: string, value: string): void {
      const has = known.get(element)
      if (has === value || (has !== undefined && rank(element, value) < rank(element, has))) return
      known.set(element, value)
      want.set(element, value)
    },
    /** False where the LMS takes nothing now. What it will never take (not implemented, not allowed) is let go. */
    send(): boolean {
      for (const [element, value] of [...want]) {
        if (!want.has(element)) continue
        const code = api.set(element, value)
        if (code && !never.test(code)) return false
        // Without its id an interaction cannot be told at all.
        if (code && element.endsWith('.id')) drop(element.slice(0, -2))
        want.delete(element)
        if (!code) sent.add(element)
      }
      return true
    },
    /** What was sent since this was last asked: the content of one commit. */
    batch(): ReadonlySet<string> {
      const batch = sent
      sent = new Set()
      return batch
    },
    again(batch: ReadonlySet<string>): void {
      const later = [...want.keys()]
      want.clear()
      for (const element of [...batch, ...later]) want.set(element, known.get(element) ?? '')
    },
    isIdle: (): boolean => !want.size && !sent.size,
  }
}
