/** What is said about a translation. Codes WSQD33n. */
import { error, warning } from '../fault'
import type { At } from '../tree'

const source = (at: At): string => `${at.file.split('/').at(-1)}:${at.line}`

export const lacks = (at: At, what: string, id: string, original: At) =>
  error('WSQD330', at, `no ${what} "${id}"`, `the one of ${source(original)}`, 'translate it, and leave its id as it is')

export const adds = (at: At, what: string, id: string) =>
  error(
    'WSQD331',
    at,
    `a ${what} "${id}", which the source has not`,
    'the ids of the source, no more',
    'write the id as the source has it, or take the translation away',
  )

export const outdated = (at: At, what: string, id: string, original: At) =>
  warning(
    'WSQD332',
    at,
    `the ${what} "${id}" was translated from another text than ${source(original)} has now`,
    'the translation of what stands there',
    `translate what has changed, then note it: wsqd translated`,
  )

export const notNoted = (at: At, what: string, id: string) =>
  warning(
    'WSQD333',
    at,
    `the ${what} "${id}", and no note of what it was translated from`,
    'a note, so that later changes of the source are found',
    'when it follows the source, note it: wsqd translated',
  )

export const noTranslation = (at: At, translation: string) =>
  warning('WSQD334', at, `no ${translation} beside it`, 'a translation', 'translate it; until then learners get this text')

export const otherAnswers = (at: At, what: string, id: string, found: string, expected: string) =>
  error(
    'WSQD335',
    at,
    `the ${what} "${id}" with ${found}`,
    `${expected}, as in the source`,
    'keep kind, options, their order, and which of them are right: answers are stored by them',
  )
