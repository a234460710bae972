/** What a learner likes is kept for them alone, and whatever lies in storage breaks nothing. */
import { browserKeeper } from '../../src/player/browser/keeper'
import { createPreferences, type Keeper } from '../../src/player/models/preferences'

function memory(first: string | null = null): Keeper & { readonly kept: () => unknown } {
  let text = first
  return { read: () => text, write: (now) => void (text = now), kept: () => JSON.parse(text ?? 'null') as unknown }
}
const windowWith = (stored: Map<string, string>, origin = 'https://lms.example'): Window =>
  ({
    location: { origin },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    },
  }) as unknown as Window

const usual = { theme: 'system' } as const

test('every choice comes back', () => {
  const keeper = memory()
  const prefs = createPreferences(keeper, usual)
  Object.assign(prefs.theme, { value: 'contrast' })
  prefs.speed.value = 1.5
  prefs.captionSize.value = 1.25
  prefs.captions.value = false
  prefs.sound.value = false
  prefs.autoplay.value = false
  prefs.still.value = true
  const again = createPreferences(keeper, usual)
  expect([again.theme.value, again.speed.value, again.captionSize.value]).toEqual(['contrast', 1.5, 1.25])
  expect([again.captions, again.sound, again.autoplay, again.still].map(({ value }) => value)).toEqual([false, false, false, true])
})

test.each([null, '', 'null', '[]', '{', '7', '{"speed":99,"theme":"pink","captions":"no","captionSize":null,"still":1}'])(
  'what is no choice of ours is the usual one: %s',
  (stored) => {
    const prefs = createPreferences(memory(stored), { theme: 'dark' })
    expect([prefs.theme.value, prefs.speed.value, prefs.captionSize.value]).toEqual(['dark', 1, 1])
    expect([prefs.captions, prefs.sound, prefs.autoplay, prefs.still].map(({ value }) => value)).toEqual([true, true, true, false])
  },
)

test('learners who share a computer do not share preferences, and no id lies in storage', () => {
  const stored = new Map<string, string>()
  const ana = browserKeeper(windowWith(stored), 'ana.alvarez@example.org')
  ana.write('{"speed":2}')
  expect(browserKeeper(windowWith(stored), 'ben').read()).toBeNull()
  expect(browserKeeper(windowWith(stored, 'https://other.example'), 'ana.alvarez@example.org').read()).toBeNull()
  expect(browserKeeper(windowWith(stored), ' ana.alvarez@example.org ').read()).toBe('{"speed":2}')
  expect(JSON.stringify([...stored])).not.toMatch(/ana|alvarez|example/)
})

test('without a learner id they are kept for this device', () => {
  const stored = new Map<string, string>()
  browserKeeper(windowWith(stored), '').write('{}')
  expect([...stored.keys()]).toEqual(['wsqd.preferences'])
})

test('a frame without storage plays on', () => {
  const refusing = {
    location: { origin: 'null' },
    get localStorage(): Storage {
      throw new Error('SecurityError')
    },
  } as unknown as Window
  const keeper = browserKeeper(refusing, '7')
  const prefs = createPreferences(keeper, usual)
  prefs.nextSpeed()
  expect([prefs.speed.value, keeper.read()]).toEqual([1.25, null])
})
