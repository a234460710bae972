/**
 * API discovery (SCORM 1.2 RTE §3.3, SCORM 2004 RTE §3.3; order of lms-hosts §0 rule 6): this window, its parents outward, then the
 * openers of those windows and their parents. Never from `window.top`: the nearest API is the one meant, and a portal around the LMS
 * may hold another. Each access may throw where a window is of another origin; that window is then passed by, not the search ended.
 */
import type { Page } from './page'
import { SessionError } from './session-error'

export type Api = Readonly<Record<string, unknown>>

const EVERY = 100
const TIMES = 70

/** The object called `name` that has `method`, or undefined. */
export const findApi = (from: unknown, name: string, method: string): Api | undefined => {
  // Grows while it is walked. Parents go before openers, so that openers wait until the chain they hang on is done.
  const windows = chain(from)
  for (let i = 0; i < windows.length; i++) {
    const api = read(windows[i], name)
    if (read(api, method)) return api as Api
    for (const next of chain(read(windows[i], 'opener'))) if (!windows.includes(next)) windows.push(next)
  }
  return undefined
}

/** Looks again for seven seconds: some hosts put their API up after the content. Rejects with a `SessionError`. */
export const waitForApi = async (page: Page, name: string, method: string): Promise<Api> => {
  for (let tries = 0; tries < TIMES; tries++) {
    const api = findApi(page, name, method)
    if (api) return api
    await new Promise<void>((resolve) => page.setTimeout(resolve, EVERY))
  }
  throw new SessionError(
    'noApi',
    `Found no \`${name}\` in this window, its parents or openers for ${(EVERY * TIMES) / 1000} s; expected the LMS to put it there.`,
  )
}

/** A window and its parents; the outermost is its own parent. */
const chain = (from: unknown): unknown[] => {
  const windows: unknown[] = []
  for (let at = from; at && !windows.includes(at); at = read(at, 'parent')) windows.push(at)
  return windows
}

const read = (from: unknown, key: string): unknown => {
  try {
    return (from as Api | null | undefined)?.[key]
  } catch {
    return undefined
  }
}
