/** What the LMS knows of the learner's likes (cmi5 §11), for the player: its words in the first language that the package speaks, and the sound. */
import type { Settings } from '../model/settings'
import type { Words } from '../model/words'
import type { StartOptions } from '../player/launch'
import { messagesOf } from '../player/messages/messages'
import type { LmsAdapter } from '../session/port'
import type { CourseMap } from '../model/course-map'

type Mounting<C extends CourseMap> = StartOptions<C>['mount']

/** Around an adapter and a mount: the words are fetched while the session opens, before anything is shown. */
export const preferring = (window: Pick<Window & typeof globalThis, 'document' | 'fetch'>) => {
  let words: Words | null = null
  return {
    adapter: (adapter: LmsAdapter): LmsAdapter => ({
      ...adapter,
      async open() {
        const session = await adapter.open()
        words = await wordsIn(window, session.preferences?.languages ?? [])
        return session
      },
    }),
    mount:
      <C extends CourseMap>(mount: Mounting<C>): Mounting<C> =>
      (mounting) => {
        const { sound } = mounting.session.preferences ?? {}
        const settings: Settings = { ...mounting.settings, ...(sound === undefined ? {} : { sound }) }
        if (!words) return mount({ ...mounting, settings })
        const { documentElement: page } = window.document
        page.lang = words.lang
        page.dir = words.dir
        return mount({ ...mounting, settings, t: messagesOf(words) })
      },
  }
}

/** Null where the page speaks the language best liked, or none of them is in the package. */
async function wordsIn(
  window: Pick<Window & typeof globalThis, 'document' | 'fetch'>,
  languages: readonly string[],
): Promise<Words | null> {
  for (const language of languages.slice(0, MOST)) {
    const [primary = ''] = language.toLowerCase().split('-')
    if (primary === window.document.documentElement.lang.split('-')[0]) return null
    try {
      const answer = await window.fetch(`messages-${primary}.json`)
      const found = (await answer.json()) as Partial<Words>
      if (answer.ok && typeof found.lang === 'string' && found.say) return found as Words
    } catch {
      // Not in this package: the next one.
    }
  }
  return null
}
const MOST = 4
