/** What the LMS knows of the learner's likes, and what the player makes of it. */
import type { Mount } from '../../src/player/launch'
import type { CourseMap } from '../../src/model/course-map'
import type { LmsAdapter, Session } from '../../src/session/port'
import { preferring } from '../../src/start/preferences'
import { messagesIn, wordsOf } from '../support/words'

const words: Readonly<Record<string, unknown>> = { 'messages-de.json': wordsOf('de') }
const asked: string[] = []
const fetch = ((name: string) => {
  asked.push(name)
  const found = words[name]
  return Promise.resolve({ ok: found !== undefined, json: () => (found ? Promise.resolve(found) : Promise.reject(new Error('no JSON'))) })
}) as unknown as typeof window.fetch

const mounted = async (preferences: Session['preferences']) => {
  asked.length = 0
  document.documentElement.lang = 'en'
  const liked = preferring({ document, fetch })
  const session = { ...(preferences ? { preferences } : {}) } as Session
  await liked.adapter({ open: () => Promise.resolve(session) } as LmsAdapter).open()
  let got: Mount<CourseMap> | undefined
  liked.mount((mount: Mount<CourseMap>) => ((got = mount), {} as never))({
    session,
    settings: { theme: 'dark' },
    t: messagesIn('en'),
  } as never)
  return { settings: got?.settings, close: got?.t.close, lang: document.documentElement.lang }
}

it.each([
  [{ languages: ['sv-SE', 'de-DE', 'en'] }, 'de', 'Schließen', ['messages-sv.json', 'messages-de.json']],
  [{ languages: ['en-GB', 'de'] }, 'en', 'Close', []],
  [{ languages: ['fi'] }, 'en', 'Close', ['messages-fi.json']],
  [undefined, 'en', 'Close', []],
])('[CMI-13] for %j the player speaks %s', async (preferences, lang, close, requests) => {
  expect(await mounted(preferences)).toEqual({ settings: { theme: 'dark' }, close, lang })
  expect(asked).toEqual(requests)
})

it('[CMI-13] sound is off or on as preferred', async () => {
  expect((await mounted({ languages: [], sound: false })).settings).toEqual({ theme: 'dark', sound: false })
})
