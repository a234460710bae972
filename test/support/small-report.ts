/** Two modules, one without a quiz, with the demo's cohort, and names and answers that would like to be markup. */
import type { Course } from '../../src/model/course'
import { demoFigures } from '../../src/report/demo/demo-figures'
import type { Figures, Learner } from '../../src/report/figures'
import { tinyCourse, tinyModule } from '../fixtures/tiny-course'

export const smallCourse: Course = {
  ...tinyCourse,
  modules: [tinyModule, { ...tinyModule, id: 'protocols', number: 5, title: 'IETF Protocols', quiz: null }],
}

export const hostile = {
  name: '<img src=x onerror="document.title=1"> & co.',
  answer: '</script><script>document.title=2</script>',
  word: `"'><b>${'x'.repeat(300)}`,
  example: '<!-- <a href="https://evil.example/">',
} as const

let made: Figures | undefined
/** Of the people only some, so that tests are quick. */
export const smallFigures = (): Figures => (made ??= few(demoFigures(smallCourse, 3)))
const few = (figures: Figures): Figures => ({ ...figures, learners: figures.learners.filter((_, i) => i % 8 === 0) })

export const hostileFigures = (): Figures => {
  const figures = smallFigures()
  return {
    ...figures,
    learners: figures.learners.map((one, i): Learner =>
      i === 0 ? { ...one, label: hostile.name } : i === 1 ? { ...one, label: hostile.word } : one,
    ),
    source: { ...figures.source, rejected: [{ reason: 'no-id', text: 'No id.', n: 2, example: hostile.example }] },
    slices: figures.slices.map((slice) => ({
      ...slice,
      items: slice.items.map((one, i) =>
        i === 0
          ? {
              ...one,
              question: hostile.word,
              asks: hostile.answer,
              choices: [...one.choices, { key: hostile.answer, text: '', right: false, n: 1, all: 0.01, top: 0, bottom: 0 }],
            }
          : one,
      ),
      goals: [{ module: 4, goal: hostile.answer, reached: 3, median: 1000 }],
    })),
  }
}
