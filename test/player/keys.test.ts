/** One table makes the keys and the list of them. */
import { keys } from '../../src/player/keys'
import type { Page } from '../../src/player/models/player'

const pages: readonly Page[] = ['screen', 'quiz', 'end']

test.each(pages)('on the page %s a key does one thing', (page) => {
  const there = keys.filter((key) => !key.page || key.page === page).flatMap(({ on }) => on)
  expect(there.filter((key, i) => there.indexOf(key) !== i)).toEqual([])
})

test('what is listed is what can be pressed', () => {
  for (const { on, shown, run } of keys) {
    if (!run) continue
    const listed = shown === '1 – 9' ? [...'123456789'] : shown.split(' ').filter((key) => key !== 'keyShift')
    const pressed = listed.map(
      (key) => ({ keySpace: ' ', keyEnter: 'enter', '←': 'arrowleft', '→': 'arrowright' })[key] ?? key.toLowerCase(),
    )
    const wanted = shown.startsWith('keyShift') ? pressed.map((key) => `shift+${key}`) : pressed
    expect(on).toEqual(expect.arrayContaining(wanted))
  }
})
