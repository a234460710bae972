/** A course of any size without content: what progress, the codec and the drivers need to know of one. */
import type { Beat, Course, Module, Screen } from '../../src/model/course'
import type { Question } from '../../src/model/quiz'
import type { Scene } from '../../src/model/scene'

const scene: Scene = { width: 1280, height: 640, length: 0, nodes: [], tracks: [] }

const beat = (ask: Beat['ask'] = null): Beat => ({
  say: 'A packet leaves.',
  html: 'A packet leaves.',
  description: '',
  start: 0,
  lead: 0,
  length: 1700,
  moves: [],
  audio: null,
  ask,
})

export const makeScreen = (id: string, slot: number, beats = 3, ask = false): Screen => ({
  id,
  slot,
  title: id,
  covers: [],
  stage: { wide: scene, tall: scene, cases: [] },
  beats: Array.from({ length: beats }, (_, i) => beat(ask && i === 0 ? { id: `p-${id}`, slot, question: '', options: [] } : null)),
  clock: null,
  more: null,
  lab: null,
})

const options = (ids: string) => [...ids].map((id) => ({ id, html: id, feedback: '' }))

/** The kinds in turn; the right answers are in `rightAnswer`. */
export const makeQuestion = (slot: number, version = 1): Question => {
  const base = {
    id: `q-${slot}`,
    slot,
    version,
    prompt: `Question ${slot}?`,
    plain: `Question ${slot}?`,
    figure: null,
    teaches: { screen: 's-0', beat: 0 },
  }
  switch (slot % 8) {
    case 0:
      return { ...base, kind: 'choice', options: options('abcd'), right: 'b' }
    case 1:
      return { ...base, kind: 'several', options: options('abcde'), right: ['a', 'c', 'd'] }
    case 2:
      return { ...base, kind: 'order', items: options('badce') }
    case 3:
      return { ...base, kind: 'match', sources: options('abcd'), targets: options('1234'), right: [['a', '2'], ['b', '1'], ['c', '4'], ['d', '3']] } // prettier-ignore
    case 4:
      return { ...base, kind: 'number', min: 1200, max: 1250.5, unit: 'bytes', feedback: [] }
    case 5:
      return { ...base, kind: 'text', accept: ['set local', 'rollback'], exact: false, feedback: [{ html: '' }] }
    case 6: {
      const places = options('abc').map((option) => ({ ...option, wide: [0, 0, 90, 90], tall: [0, 0, 90, 90] }) as const)
      return { ...base, kind: 'hotspot', picture: { screen: 's-0', beat: 0 }, options: places, right: 'c' }
    }
    default:
      return { ...base, kind: 'line', code: ['a', 'b', 'c'], options: options('ab').map((o, line) => ({ ...o, line })), right: 'b' }
  }
}

export interface Size {
  readonly screens?: number
  readonly beats?: number
  readonly questions?: number
  readonly draw?: number
}

export const makeModule = (number: number, { screens = 4, beats = 3, questions = 5, draw = questions }: Size = {}): Module => ({
  id: `m${String(number).padStart(2, '0')}`,
  number,
  title: `Module ${number}`,
  minutes: { narration: 9, quiz: 2 },
  objectives: [],
  glossary: [],
  screens: Array.from({ length: screens }, (_, i) => makeScreen(`s-${i}`, i, beats, i % 3 === 1)),
  quiz: questions ? { id: `m${number}-quiz`, draw, questions: Array.from({ length: questions }, (_, i) => makeQuestion(i)) } : null,
  slots: { screens, predictions: screens, questions, goals: 0 },
})

export const makeCourse = (...modules: readonly Module[]): Course => ({
  format: 1,
  revision: 'r1',
  iri: 'https://webrtcschool.com/xapi/wsqd',
  lang: 'en',
  title: 'WSQD',
  modules,
  passing: 0.8,
})
