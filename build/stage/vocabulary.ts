import type { LineCode } from '../../src/model/scene'
import type { Direction } from '../compile/tree'
import type { Direct } from './director'
import { badDirection } from './messages'

export interface State {
  readonly strong: boolean
  /** Only verdicts have one. */
  readonly sign: 'tick' | 'cross' | null
}

/** The closed vocabulary of states, drawn in ink: a word in code type, a sign where it is a verdict. */
export const STATES: ReadonlyMap<string, State> = new Map(
  (
    [
      ['frozen', false, null],
      ['waiting', false, null],
      ['in-progress', true, null],
      ['succeeded', true, 'tick'],
      ['nominated', true, 'tick'],
      ['failed', true, 'cross'],
      ['refused', true, 'cross'],
      ['locked', true, null],
      ['open', true, null],
      ['shut', false, null],
    ] as const
  ).map(([name, strong, sign]) => [name, { strong, sign }]),
)

const IS_DTLS = /\b(?:DTLS|ClientHello|ServerHello|Certificate|Finished)\b/

/** The line code of a message: as told by `is`, DTLS where its text is of that handshake, else what is usual on its stage. */
export function lineCodeOf(args: Direction['args'], usual: LineCode): LineCode {
  if (typeof args.is === 'string') return args.is as LineCode
  return IS_DTLS.test(String(args.text ?? '')) ? 'dtls' : usual
}

/** `set{state=…}` with a word outside the vocabulary is an author's slip on every kind of stage. */
export function checkStates(job: Direct): void {
  for (const { direction } of job.cues) {
    const { state } = direction.args
    if (direction.verb === 'set' && typeof state === 'string' && !STATES.has(state))
      job.diagnostics.add(
        badDirection(
          direction.at,
          `state=${state}`,
          [...STATES.keys()].join(', '),
          'use a state of the vocabulary, or the name of a column',
        ),
      )
  }
}
