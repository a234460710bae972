/** What an LMS should hold of an answer, said independently of the drivers: RTE 1.2 §3.4, RTE 2004 §4.2.9, docs/conformance.md. */
import type { Question } from '../../src/model/quiz'

export interface Given {
  readonly question: Question
  readonly right: boolean
  readonly attempt: number
}

const types = {
  choice: 'choice',
  several: 'choice',
  order: 'sequencing',
  match: 'matching',
  number: 'numeric',
  text: 'fill-in',
  hotspot: 'choice',
  line: 'choice',
} as const

/** Every way in which what was said (by element) is not the answers that were given, in their order. */
export function answerProblems(given: readonly Given[], said: Readonly<Record<string, string>>, modern: boolean): readonly string[] {
  return given.flatMap(({ question, right, attempt }, n) => {
    const of = (part: string): string => said[`cmi.interactions.${n}.${part}`] ?? ''
    const response = of(modern ? 'learner_response' : 'student_response')
    const version = question.version > 1 ? `_v${question.version}` : ''
    const wanted: readonly (readonly [string, string, string | RegExp])[] = [
      ['id', of('id'), `m04_q_${question.id.replace(/[^A-Za-z0-9]/g, '_')}${version}_${attempt}`],
      ['type', of('type'), types[question.kind]],
      ['result', of('result'), right ? 'correct' : modern ? 'incorrect' : 'wrong'],
      ['weighting', of('weighting'), '1'],
      ['latency', of('latency'), modern ? /^PT\d+H\d+M\d+(\.\d{1,2})?S$/ : /^\d{4}:\d\d:\d\d\.\d\d$/],
      modern
        ? ['timestamp', of('timestamp'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/]
        : ['time', of('time'), /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/],
      ['response', response, shape(question, modern)],
      ...(modern ? [['description', of('description'), /^[^{\n][^\n]{0,249}$/] as const] : []),
    ]
    const problems = wanted.filter(([, found, expected]) => (typeof expected === 'string' ? found !== expected : !expected.test(found)))
    const patterns = rightPatterns(question, modern)
    const held = patterns.map((_, i) => of(`correct_responses.${i}.pattern`))
    return [
      ...problems.map(([part, found, expected]) => `${n} ${question.kind} ${part}: found “${found}”, expected ${String(expected)}`),
      ...(held.join(' ') === patterns.join(' ') ? [] : [`${n} pattern: found ${held.join(' ')}, expected ${patterns.join(' ')}`]),
      ...(question.kind !== 'number' && question.kind !== 'text' && (response === patterns[0]) !== right
        ? [`${n} response ${response}, and right is ${String(right)}`]
        : []),
    ]
  })
}

function shape(question: Question, modern: boolean): RegExp {
  const and = modern ? '\\[,\\]' : ','
  const list = (one: string): string => `${one}(${and}${one})*`
  const set = (one: string): string => (modern ? list(one) : `\\{${list(one)}\\}`)
  const source = {
    choice: '[a-z0-9]',
    several: set('[a-z0-9]'),
    order: list('[a-z0-9]'),
    match: set(modern ? '[a-z0-9]\\[\\.\\][a-z0-9]' : '[a-z0-9]\\.[a-z0-9]'),
    number: '-?\\d+(\\.\\d+)?',
    text: '[^{\\n][^\\n]*',
    hotspot: '[a-z0-9]',
    line: '[a-z0-9]',
  }[question.kind]
  return new RegExp(`^${source}$`)
}

function rightPatterns(question: Question, modern: boolean): readonly string[] {
  const and = modern ? '[,]' : ','
  const set = (ids: readonly string[]): string => (modern ? [...ids].sort().join(and) : `{${[...ids].sort().join(and)}}`)
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'line':
      return [question.right]
    case 'several':
      return [set(question.right)]
    case 'order':
      return [question.items.map((item) => item.id).join(and)]
    case 'match':
      return [set(question.right.map((pair) => pair.join(modern ? '[.]' : '.')))]
    case 'number':
      return modern ? [`${question.min}[:]${question.max}`] : [...new Set([question.min, question.max])].map(String)
    case 'text':
      return question.accept
  }
}
