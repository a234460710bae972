/** The page: its numbers are the figures', its script draws what the build drew, and what came from outside is text. */
import { createHash } from 'node:crypto'
import { TextEncoder } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { reportPage } from '../../build/report/page'
import { thumbnails } from '../../build/report/thumbnails'
import type { Figures, Slice } from '../../src/report/figures'
import { duration, number, percent } from '../../src/report/page/say'
import { followChoice } from '../../src/report/web/page'
import { makeSortable } from '../../src/report/web/sort'
import { hostile, hostileFigures, smallCourse, smallFigures } from '../support/small-report'

// jsdom has none.
Object.assign(globalThis, { TextEncoder })
const style = { css: 'body{color:#000}', script: 'void 0' }
const pictures = thumbnails(smallCourse)
const htmlOf = (figures: Figures): string => reportPage({ figures, pictures }, style)
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

let figures: Figures
let html: string
beforeAll(() => {
  figures = smallFigures()
  html = htmlOf(figures)
})

const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').trim()
const rows = (page: Document, part: string, caption: RegExp): readonly (readonly string[])[] => {
  const table = [...page.querySelectorAll(`#${part} table`)].find((one) => caption.test(textOf(one.querySelector('caption'))))
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(textOf))
}
const everybody = (): Slice => figures.slices[0]!

/** Every table of a slice against its figures. */
const expectNumbers = (page: Document, slice: Slice): void => {
  expect(rows(page, 'road', /People in each module/).map((row) => row.slice(1))).toEqual(
    slice.funnel.map(({ notStarted, started, finished, passed }) => [
      number(notStarted ?? NaN),
      number(started),
      number(finished),
      started ? percent(finished / started) : '–',
      number(passed),
      finished ? percent(passed / finished) : '–',
    ]),
  )
  expect(rows(page, 'time', /Minutes spent/).map((row) => row[1])).toEqual(slice.time.map(({ n }) => number(n)))
  expect(rows(page, 'questions', /The worst first/).map(([, asks, , n, facility, , median]) => [asks, n, facility, median])).toEqual(
    slice.items.map(({ asks, n, facility, median }) => [asks, number(n), percent(facility), median === null ? '–' : duration(median)]),
  )
  expect(rows(page, 'predictions', /most often wrong/).map((row) => row[1])).toEqual(
    slice.predictions.map(({ share, wrong, n }) => `${percent(share)}${number(wrong)} of ${number(n)}`),
  )
  for (const { number: module } of smallCourse.modules) {
    expect(rows(page, 'stops', new RegExp(`^Module ${module},`)).map((row) => row.slice(1, 4))).toEqual(
      slice.stops.filter((one) => one.module === module).map(({ visitors, stopped, here }) => [visitors, stopped, here].map(number)),
    )
  }
  const { learners, active, finished, atRisk } = slice.headline
  const big = [...page.querySelectorAll('#headline strong')].map(textOf)
  expect([big[0], big[1], big[2], big[6]]).toEqual([learners, active, finished, atRisk].map(number))
}

test('the numbers in its tables are those of the figures', () => {
  const page = parsed(html)
  expect(everybody().items.length).toBeGreaterThan(2)
  expectNumbers(page, everybody())
  const matrix = rows(page, 'learners', /learners and what they did/)
  expect(matrix.map(([label]) => label)).toEqual(figures.learners.map(({ label }) => label))
  expect(matrix.map((row) => row[row.length - 2])).toEqual(figures.learners.map(({ spent }) => duration(spent)))
  expect(rows(page, 'help', /Who may need help/).map((row) => row[2])).toEqual(
    figures.learners.filter(({ risks }) => risks.length).map(({ risks }) => risks.map(({ says }) => says).join('')),
  )
})

test('every answer of every question has its shares, and the right ones are marked', () => {
  const page = parsed(html)
  for (const item of everybody().items) {
    const found = [...(page.getElementById(`q-${item.module}-${item.question}-${item.version}`)?.querySelectorAll('tbody tr') ?? [])]
    expect(found.map((row) => [...row.children].slice(1, 4).map(textOf))).toEqual(
      item.choices.map(({ all, bottom, top }) => [all, bottom, top].map((share) => (share === null ? '–' : percent(share)))),
    )
    expect(found.map((row) => row.querySelector('.right') !== null)).toEqual(item.choices.map(({ right }) => right))
  }
})

test('what is chosen is shown: every cohort and period has the numbers of its slice', () => {
  const page = parsed(html)
  followChoice(page, figures, () => undefined)
  const [cohort, period] = [page.querySelector<HTMLSelectElement>('#cohort')!, page.querySelector<HTMLSelectElement>('#period')!]
  for (const slice of figures.slices.filter(({ period: key }) => key === 'all' || key === 'd30')) {
    cohort.value = slice.cohort
    period.value = slice.period
    cohort.dispatchEvent(new Event('change'))
    if (slice.headline.active) expectNumbers(page, slice)
    expect(textOf(page.querySelector('#said'))).toContain(`${number(slice.headline.active)} active`)
  }
})

test('the script draws what the build drew', () => {
  const [built, drawn] = [parsed(html), parsed(html)]
  followChoice(drawn, figures, () => undefined)
  const cohort = drawn.querySelector<HTMLSelectElement>('#cohort')!
  for (const key of [figures.cohorts[0]!.key, '']) {
    cohort.value = key
    cohort.dispatchEvent(new Event('change'))
  }
  makeSortable(built, built)
  for (const live of built.querySelectorAll('.live')) {
    const other = drawn.querySelector(`#${live.parentElement!.id} > .live`)!
    expect(other.isEqualNode(live) ? '' : live.parentElement!.id).toBe('')
  }
})

test('a head sorts its column, numbers as numbers, what is not known last in both directions', () => {
  const page = parsed(html)
  makeSortable(page, page)
  const heads = [...page.querySelectorAll<HTMLElement>('#learners th[data-sort]')]
  const head = heads[heads.length - 1]!
  const seen = (): readonly string[] =>
    [...page.querySelectorAll<HTMLElement>('#learners tbody tr')].map((row) => (row.lastElementChild as HTMLElement).dataset['v']!)
  head.querySelector('button')!.click()
  expect(head.getAttribute('aria-sort')).toBe('descending')
  const known = figures.learners.flatMap(({ last }) => last ?? []).sort((a, b) => b - a)
  expect(
    seen()
      .filter((one) => one !== '')
      .map(Number),
  ).toEqual(known)
  expect(seen().at(-1)).toBe('')
  head.querySelector('button')!.click()
  expect(head.getAttribute('aria-sort')).toBe('ascending')
  expect(Number(seen()[0])).toBe(known[known.length - 1])
  expect(seen().at(-1)).toBe('')
})

test('names, answers, ids and examples from outside are text, as built and as drawn by the script', () => {
  const nasty = hostileFigures()
  const page = parsed(htmlOf(nasty))
  const check = (): void => {
    expect(page.querySelectorAll('img, b > b, iframe')).toHaveLength(0)
    expect(page.querySelectorAll('script')).toHaveLength(2)
    expect(textOf(page.querySelector('#learners tbody th'))).toBe(hostile.name)
    expect(textOf(page.querySelector('#goals tbody th'))).toBe(hostile.answer)
    expect(textOf(page.querySelector('#rejected code'))).toBe(hostile.example)
    expect(textOf(page.querySelector('#questions tbody th'))).toBe(hostile.answer)
    expect([...page.querySelectorAll('.item tbody th')].map(textOf)).toContain(hostile.answer)
    expect(page.querySelector('#questions tbody a')?.getAttribute('href')).toContain(hostile.word)
  }
  check()
  followChoice(page, nasty, () => undefined)
  page.querySelector('#period')!.dispatchEvent(new Event('change'))
  check()
})

test('nothing is loaded from anywhere, only our style and script run, and the data are the figures', () => {
  const page = parsed(htmlOf(hostileFigures()))
  for (const element of page.querySelectorAll('[src], [href], [srcset], [style], [action]')) {
    expect(element.getAttribute('href')).toMatch(/^#/)
  }
  expect([...page.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => /^on/.test(name))).toEqual([])
  const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain(`style-src 'sha256-${hash(page.querySelector('style')!.textContent)}'`)
  expect(policy).toContain(`script-src 'sha256-${hash(page.querySelector('script:not([id])')!.textContent)}'`)
  expect(JSON.parse(gunzipSync(Buffer.from(page.querySelector('#figures')!.textContent, 'base64')).toString())).toEqual(hostileFigures())
})

test('every screen has its picture once, and no picture shows what is not there', () => {
  const page = parsed(html)
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const use of page.querySelectorAll('use')) expect(ids).toContain(use.getAttribute('href')!.slice(1))
  expect(textOf(page.querySelector('#t-4-knock'))).toContain('Ana')
  expect(page.querySelectorAll('symbol[id^="t-"]')).toHaveLength(6)
})

test('few people are warned about, and where there is nobody it says so', () => {
  const few = demoOf((slice) => ({ ...slice, headline: { ...slice.headline, active: 12 } }))
  expect(textOf(parsed(htmlOf(few)).querySelector('#road .warning'))).toMatch(/^Few: 12.people\./)
  expect(parsed(html).querySelector('#road .warning')).toBeNull()
  const nobody: Figures = {
    ...demoOf((slice) => ({ ...slice, funnel: [], time: [], stops: [], items: [], quizzes: [], predictions: [], goals: [] })),
    learners: [],
    activity: [],
  }
  const page = parsed(htmlOf(nobody))
  for (const id of ['weeks', 'help', 'learners', 'road', 'time', 'stops', 'questions', 'predictions', 'goals']) {
    expect(textOf(page.querySelector(`#${id} .none`))).toMatch(/^(Nobody|There|No )/)
  }
})

const demoOf = (of: (slice: Slice) => Slice): Figures => ({ ...figures, slices: figures.slices.map(of) })
