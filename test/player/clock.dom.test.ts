import { browserClock } from '../../src/player/browser/clock'

/** A page whose hands the test turns. */
function page(hidden = false) {
  const document = Object.assign(new EventTarget(), { hidden })
  const performance = { at: 1000, now: () => performance.at }
  const see = (seen: boolean): void => {
    document.hidden = !seen
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { performance, see, window: { document, performance } as unknown as Window }
}

test('time in which the page is hidden is no time', () => {
  const { window, performance, see } = page()
  const clock = browserClock(window)
  const start = clock.now()
  performance.at += 300
  see(false)
  performance.at += 60_000
  expect(clock.now() - start).toBe(300)
  see(true)
  performance.at += 50
  expect(clock.now() - start).toBe(350)
  see(false)
  performance.at += 5
  see(true)
  expect(clock.now() - start).toBe(350)
})

test('a page that opens in the background begins when it is seen', () => {
  const { window, performance, see } = page(true)
  const clock = browserClock(window)
  const start = clock.now()
  performance.at += 9000
  see(true)
  performance.at += 20
  expect(clock.now() - start).toBe(20)
})

test('who asks while the page is being hidden, before the clock has heard of it, gets the time until then', () => {
  const { window, performance } = page()
  let asked = NaN
  window.document.addEventListener('visibilitychange', () => (asked = clock.now()))
  const clock = browserClock(window)
  const start = clock.now()
  performance.at += 70
  Object.assign(window.document, { hidden: true })
  window.document.dispatchEvent(new Event('visibilitychange'))
  expect(asked - start).toBe(70)
})
