/** What the rules of the course say to an author. Codes WSQD3nn: one page each in docs/diagnostics. */
import { error, warning } from '../fault'
import type { At } from '../tree'

export const topicsMissing = (at: At, missing: readonly { readonly id: string; readonly title: string }[]) =>
  error(
    'WSQD301',
    at,
    `no screen covers ${missing.map(({ id, title }) => `${id} “${title}”`).join(', ')}`,
    'a screen for every topic of the module',
    `write the screen, or add the number to \`covers\` of the one that teaches it`,
  )

export const topicUnknown = (at: At, id: string, first: string, last: string) =>
  error(
    'WSQD302',
    at,
    `covers ${id}`,
    'topics of this module in outline.yaml',
    `they are ${first} to ${last}: correct the number or take it away`,
  )

export const runningTimeOff = (at: At, minutes: number, least: number, most: number) =>
  warning(
    'WSQD303',
    at,
    `${minutes.toFixed(1)} minutes of running time`,
    `${least.toFixed(1)} to ${most.toFixed(1)}`,
    minutes > most ? 'cut what is said twice' : 'use the minutes: depth, a second example, the failure case',
  )

export const beatLength = (at: At, words: number) =>
  warning(
    'WSQD304',
    at,
    `a beat of ${words} ${words === 1 ? 'word' : 'words'}`,
    '2 to 45',
    words > 45 ? 'split the paragraph' : 'say a whole thought',
  )

export const sentenceLength = (at: At, words: number, start: string) =>
  warning('WSQD305', at, `a sentence of ${words} words, “${start} …”`, '32 or fewer', 'make two of it')

export const exclamation = (at: At, near: string) =>
  warning('WSQD306', at, `an exclamation mark: “${near}”`, 'a calm voice', 'end it with a full stop')

export const tooManyStages = (at: At, count: number) =>
  error('WSQD307', at, `${count} stages`, 'three or fewer on a screen', 'make two screens of it')

export const idleBeat = (at: At, start: string) =>
  warning(
    'WSQD308',
    at,
    `a beat that changes nothing, “${start} …”`,
    'a direction above every paragraph',
    'show what it says, or `focus` what it speaks of',
  )

export const sameKind = (at: At, kind: string, count: number) =>
  warning(
    'WSQD309',
    at,
    `${count} screens running with only a ${kind} stage`,
    'three at most',
    'show one of them another way, or let them continue each other',
  )

export const noPrediction = (at: At) =>
  warning(
    'WSQD310',
    at,
    'no prediction',
    'one every three or four minutes, at least one a module',
    'add a `:::predict` before something surprising',
  )

export const retyped = (at: At, literal: string, name: string) =>
  error('WSQD311', at, `${literal}, typed out`, 'every fact of the call in one place', `write {{${name}}}`)

export const neverShown = (at: At, name: string, stage: string, verb: string) =>
  warning(
    'WSQD312',
    at,
    `\`${name}\` is hidden on \`${stage}\`, and stays so`,
    `a direction that brings it on`,
    `add \`::${verb}[${name}]\`, or take \`hidden\` away`,
  )

export const outlineDiffers = (at: At, found: string, expected: string) =>
  error('WSQD313', at, found, expected, 'the syllabus names modules; correct the front matter or modules/outline.yaml')

export const emptyScreen = (at: At, title: string, what: string) =>
  warning('WSQD314', at, `the screen “${title}” has no ${what}`, 'a stage and paragraphs', `add a ${what}`)

export const checkNeverAsked = (at: At, id: string) =>
  warning(
    'WSQD315',
    at,
    `check \`${id}\`, which no screen asks`,
    'a `::check` for each of `checks:`',
    `write \`::check[${id}]\` below a paragraph`,
  )

export const manyTexts = (at: At, count: number, most: number) =>
  error(
    'WSQD316',
    at,
    `${count} questions of kind text`,
    `${most} in a bank`,
    'ask it as a choice: an LMS keeps little, and typed answers are long',
  )
