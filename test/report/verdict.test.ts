import { fraction, verdictOf, verdictText, type Judged } from '../../src/report/verdict'

const wrong = (key: string, all: number, top: number) => ({ key, right: false, all, top })
const sound: Judged = {
  n: 100,
  facility: 0.7,
  discrimination: 35,
  median: 40_000,
  third: 33,
  isChoice: true,
  choices: [{ key: 'a', right: true, all: 0.7, top: 0.9 }, wrong('b', 0.2, 0.05), wrong('c', 0.1, 0.05)],
}
const says = (change: Partial<Judged>): string => verdictText(verdictOf({ ...sound, ...change }))

test.each<readonly [Partial<Judged>, string]>([
  [{}, 'Sound.'],
  [{ n: 12, discrimination: -90 }, 'Too few answers to judge: 12; from 30 on, one can.'],
  [{ choices: [wrong('b', 0.3, 1 / 3), wrong('c', 0.1, 0)] }, 'Misleads: a third of the best chose B.'],
  [{ discrimination: -30 }, 'Backwards: who does well elsewhere does worse here. Check the key, then the wording.'],
  [{ facility: 0.2 }, 'Hard: only a fifth had it right. Look at the screen that teaches it.'],
  [{ facility: 0.98 }, 'Easy: 98 % had it right. It warms up, but measures nothing.'],
  [{ discrimination: 3 }, 'Tells little: who knows the module does hardly better here than who doesn’t.'],
  [{ median: 200_000 }, 'Slow: half of them took more than 3 minutes.'],
  [{ choices: [wrong('b', 0.3, 0.05), wrong('c', 0, 0), wrong('d', 0.01, 0)] }, 'Sound, but nobody takes C or D.'],
])('%j: %s', (change, text) => expect(says(change)).toBe(text))

test('chance is no reason to blame a question', () => {
  expect(says({ n: 36, discrimination: -10, facility: 0.8 })).toBe(
    'Tells little: who knows the module does hardly better here than who doesn’t.',
  )
  expect(says({ n: 36, discrimination: 8 })).toBe('Sound.')
  expect(says({ n: 36, facility: 0.8, choices: [wrong('b', 0.2, 0.1), wrong('c', 0, 0)] })).toBe('Sound.')
})

test('a share is said as one says it', () => {
  expect([0.34, 0.26, 0.41, 0.5, 0.47, 0.45, 0.66, 1].map(fraction)).toEqual([
    'a third',
    'a quarter',
    'two in five',
    'half',
    'half',
    '45 %',
    'two thirds',
    'all',
  ])
})
