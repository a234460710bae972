/** Ten thousand texts that are almost what we stored: whatever a host made of it, the player starts, and can save again. */
import { signal } from '@preact/signals'
import fc from 'fast-check'
import { begin } from '../../src/model/progress'
import { bitsToText, bitWriter } from '../../src/model/suspend/bits'
import { decodeSuspend, encodeSuspend } from '../../src/model/suspend/codec'
import { crc32 } from '../../src/model/suspend/crc'
import { createPlayer } from '../../src/player/models/player'
import { fakeClock } from '../fixtures/fake-clock'
import { fakeSession } from '../fixtures/fake-session'
import { tinyCourse, tinyModule, tinySettings } from '../fixtures/tiny-course'
import { deeds } from '../model/deeds'
import { live } from '../model/learn'

const RUNS = 10_000

/** Real ones, of lives of every length; making one takes longer than starting from it. */
const lives = fc.sample(deeds(), 400).map((done) => encodeSuspend(tinyCourse, live(begin(tinyCourse, Math.random), tinyModule, done)))
const stored = fc.constantFrom(...lives)
const at = fc.double({ min: 0, max: 1, noNaN: true })
const anything = fc.string({ unit: 'binary', maxLength: 60 })

/** As `encodeSuspend` would sign it: the way past the checksum that only an attacker takes. */
function signed(body: string): string {
  const bits: number[] = []
  bitWriter(bits)(36, crc32('1' + body))
  return 'w1' + bitsToText(bits) + body
}
const changes: Readonly<Record<string, (text: string, from: number, to: number, more: string) => string>> = {
  cut: (text, from) => text.slice(0, from),
  flipped: (text, from) => text.slice(0, from) + String.fromCharCode((text.charCodeAt(from) || 65) ^ 1) + text.slice(from + 1),
  inserted: (text, from, _, more) => text.slice(0, from) + more + text.slice(from),
  removed: (text, from, to) => text.slice(0, Math.min(from, to)) + text.slice(Math.max(from, to)),
  doubled: (text) => text + text,
  encoded: (text, from) => encodeURIComponent(encodeURIComponent(text.slice(0, from))) + text.slice(from),
  strayPercent: (text, from) => `${text.slice(0, from)}%${text.slice(from)}`,
  lowered: (text) => text.toLowerCase(),
  replaced: (_text, _from, _to, more) => more,
  forgedCut: (text, from) => signed(text.slice(8, Math.max(8, from))),
  forgedFlip: (text, from) => signed(text.slice(8).replace(text[Math.max(8, from)] ?? '', 'Q')),
  forgedDouble: (text) => signed(text.slice(8) + text.slice(8)),
  forgedAnew: (_text, _from, _to, more) => signed(Buffer.from(more).toString('base64url')),
}
const mutated = fc.tuple(stored, fc.constantFrom(...Object.keys(changes)), at, at, anything).map(([text, how, from, to, more]) => {
  const changed = changes[how]?.(text, Math.floor(from * text.length), Math.floor(to * text.length), more) ?? ''
  return { how, text: changed, same: changed === text }
})

function startWith(resumed: string): string {
  const session = fakeSession({ resumed })
  const decoded = decodeSuspend(tinyCourse, resumed)
  const player = createPlayer({
    course: tinyCourse,
    module: tinyModule,
    settings: tinySettings,
    session,
    progress: decoded.ok ? decoded.progress : begin(tinyCourse, Math.random),
    encode: (progress) => encodeSuspend(tinyCourse, progress),
    random: Math.random,
    clock: fakeClock(),
    keeper: { read: () => null, write: () => undefined },
    speaker: signal(null),
    reducedMotion: signal(false),
    resumed: decoded.ok,
    unsaved: false,
    print: () => undefined,
  })
  expect(['ready', 'quiz', 'done']).toContain(player.state.value)
  player.start()
  player.step(1)
  player.openQuiz()
  void [player.quiz.page.value, player.learning.result.value]
  player.goTo(0)
  player.hide()
  expect(decodeSuspend(tinyCourse, session.saves.at(-1) ?? '').ok).toBe(true)
  return decoded.ok ? 'read' : decoded.reason
}

test('no mutation of suspend data keeps the player from starting and saving', () => {
  const met: Record<string, number> = {}
  let runs = 0
  fc.assert(
    fc.property(mutated, ({ how, text, same }) => {
      const reason = startWith(text)
      // What an accident changed is never taken for whole; only signed texts and those a host merely encoded are read.
      if (!same && /^(flipped|removed|doubled|lowered)$/.test(how)) expect({ how, text, reason }).not.toMatchObject({ reason: 'read' })
      met[reason] = (met[reason] ?? 0) + 1
      runs++
    }),
    { numRuns: RUNS },
  )
  process.stdout.write(`${runs} mutated texts: ${JSON.stringify(met)}\n`)
  expect(runs).toBeGreaterThanOrEqual(RUNS)
  expect(Object.keys(met).sort()).toEqual(expect.arrayContaining(['damaged', 'empty', 'read']))
}, 300_000)
