/** What every module of the edition owes its learners, measured on the compiled course. */
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import { shuffleOptions } from '../../src/model/draw'
import type { Course, Module, Screen } from '../../src/model/course'
import type { ChoiceQuestion, Question } from '../../src/model/quiz'
import { frameAt } from '../../src/scene/frame-at'
import { lastMoment } from '../../src/player/models/scene-time'

const root = join(__dirname, '../..')
let course: Course
beforeAll(async () => {
  const compiled = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
  if (!compiled.course) throw new Error('The course does not compile: see "wsqd check".')
  course = compiled.course
}, 60_000)

const each = (law: (module: Module) => unknown) => Object.fromEntries(course.modules.map((module) => [module.id, law(module)]))
const same = (value: unknown) => Object.fromEntries(course.modules.map((module) => [module.id, value]))
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&[#\w]+;/g, ' ').replace(/\s+/g, ' ').trim() // prettier-ignore

test('the picture at the end of a beat is not the one at the end of the beat before, wide and tall', () => {
  const still = (module: Module): readonly string[] =>
    module.screens.flatMap((screen) =>
      (['wide', 'tall'] as const).flatMap((shape) => {
        const frames = screen.beats.map((beat) => JSON.stringify(frameAt(screen.stage[shape], lastMoment(beat))))
        return frames.flatMap((frame, beat) => (beat > 0 && frame === frames[beat - 1] ? [`${screen.id}, beat ${beat + 1}, ${shape}`] : []))
      }),
    )
  expect(each(still)).toEqual(same([]))
})

test('a sentence has under 15 words on average, and none over 32', () => {
  const lengths = (module: Module): readonly number[] =>
    module.screens.flatMap(({ beats }) =>
      beats.flatMap(({ say }) =>
        say
          .split(/(?<=[.?!…][”"’)]*)\s+/)
          .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
          .filter((words) => words > 0),
      ),
    )
  const fits = (module: Module) => {
    const all = lengths(module)
    const average = all.reduce((sum, words) => sum + words, 0) / all.length
    return average < 15 && Math.max(...all) <= 32 ? 'fits' : `average ${average.toFixed(1)}, longest ${Math.max(...all)}`
  }
  expect(each(fits)).toEqual(same('fits'))
})

describe('the bank of a quiz', () => {
  const banks = () => course.modules.flatMap((module) => (module.quiz ? [{ module, questions: module.quiz.questions }] : []))
  const choices = (questions: readonly Question[]) => questions.filter((q): q is ChoiceQuestion => q.kind === 'choice')

  test('has ten questions or more, of at least four kinds', () => {
    for (const { module, questions } of banks()) {
      const found = { module: module.id, enough: questions.length >= 10, kinds: new Set(questions.map(({ kind }) => kind)).size >= 4 }
      expect(found).toEqual({ module: module.id, enough: true, kinds: true })
    }
  })

  test('has its keys in every place, as written and as shown', () => {
    for (const { module, questions } of banks()) {
      const written = choices(questions).map((q) => q.options.findIndex(({ id }) => id === q.right))
      const places = new Set(written)
      const most = Math.max(...[...places].map((place) => written.filter((at) => at === place).length))
      expect({ module: module.id, places: places.size >= 3, most: most <= Math.ceil(written.length / 2) }).toEqual({
        module: module.id,
        places: true,
        most: true,
      })
      for (const q of choices(questions)) {
        const shown = Array.from({ length: 2000 }, (_, seed) => shuffleOptions(q, seed * 7919).indexOf(q.right))
        for (const place of q.options.keys()) {
          const share = shown.filter((at) => at === place).length / shown.length
          // Five standard deviations of 2,000 fair throws.
          expect(Math.abs(share - 1 / q.options.length)).toBeLessThan(0.055)
        }
      }
    }
  })

  test('has the key as the longest option no more often than chance', () => {
    for (const { module, questions } of banks()) {
      const all = choices(questions)
      const longest = all.filter((q) => {
        const length = (id: string) => plain(q.options.find((o) => o.id === id)?.html ?? '').length
        return q.options.every(({ id }) => id === q.right || length(id) < length(q.right))
      })
      const chance = all.reduce((sum, q) => sum + 1 / q.options.length, 0)
      expect({ module: module.id, longest: longest.length <= Math.ceil(chance) ? 'fair' : longest.map(({ id }) => id) }).toEqual({
        module: module.id,
        longest: 'fair',
      })
    }
  })

  test('asks what the screen it names has taught, more than what other screens have', () => {
    const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
    for (const { module, questions } of banks()) {
      const taught = new Map(module.screens.map((screen) => [screen.id, taughtBy(screen)]))
      const share = (question: Question, screen: string): number => {
        const asked = [...stems(`${question.plain} ${keyOf(question)}`)]
        return asked.filter((stem) => taught.get(screen)?.has(stem)).length / asked.length
      }
      for (const question of questions) {
        const beats = module.screens.find(({ id }) => id === question.teaches.screen)?.beats.length ?? 0
        const found = {
          question: question.id,
          beat: question.teaches.beat < beats,
          taught: share(question, question.teaches.screen) >= 0.15,
        }
        expect(found).toEqual({ question: question.id, beat: true, taught: true })
      }
      const named = mean(questions.map((question) => share(question, question.teaches.screen)))
      const others = mean(
        questions.flatMap((q) => module.screens.filter(({ id }) => id !== q.teaches.screen).map(({ id }) => share(q, id))),
      )
      expect({ module: module.id, named: named > 1.5 * others ? 'more' : [named, others] }).toEqual({ module: module.id, named: 'more' })
    }
  })
})

const taughtBy = ({ title, beats, more }: Screen): ReadonlySet<string> =>
  stems([title, ...beats.map(({ say, description }) => `${say} ${description}`), plain(more ?? '')].join(' '))

/** Words that carry meaning, cut so that `relays` and `relayed` are one. */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 5)))
}
const COMMON = new Set('what which that this with from have does they their there then when where will your into only than them these those other would could about because after before every each'.split(' ')) // prettier-ignore

function keyOf(question: Question): string {
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'line':
      return plain(question.options.find(({ id }) => id === question.right)?.html ?? '')
    case 'several':
      return question.options.filter(({ id }) => question.right.includes(id)).map(({ html }) => plain(html)).join(' ') // prettier-ignore
    case 'order':
      return question.items.map(({ html }) => plain(html)).join(' ')
    case 'match':
      return [...question.sources, ...question.targets].map(({ html }) => plain(html)).join(' ')
    case 'number':
    case 'text':
      return question.kind === 'text' ? (question.accept[0] ?? '') : question.unit
  }
}
