/** The three finished examples of the grammar, measured with the fonts that ship. */
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { loadMetrics } from '../../build/fonts/metrics'
import { caseCourse } from './small-course'

// On a clean clone the fonts are cut here for the first time.
jest.setTimeout(60_000)

async function outcome(name: string) {
  const { course, diagnostics } = await compile(await caseCourse(name, 'given'), await loadMetrics(join(__dirname, '../..')))
  const said = diagnostics.filter(({ code }) => code !== 'WSQD303').map(({ code, found }) => `${code} ${found}`)
  return { compiled: course !== null, said }
}

test('offer-answer', async () => {
  expect(await outcome('example-offer-answer')).toEqual({ compiled: true, said: [] })
})

test('fingerprint', async () => {
  expect(await outcome('example-fingerprint')).toEqual({ compiled: true, said: [] })
})

test('ice-checks', async () => {
  expect(await outcome('example-ice-checks')).toEqual({ compiled: true, said: [] })
})

test('a clock that a block sets runs where the screen before has none, too', async () => {
  const { course } = await compile(await caseCourse('example-ice-checks', 'given'), await loadMetrics(join(__dirname, '../..')))
  const screens = course?.modules.flatMap((module) => module.screens) ?? []
  const clock = screens.find(({ id }) => id === 'ice-checks')?.clock
  expect([clock?.from, clock?.k.at(-1)?.to]).toEqual([412, 562])
})
