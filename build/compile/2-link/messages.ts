/** What the link phase says to an author. Codes WSQD2nn: one page each in docs/diagnostics. */
import { error, listed } from '../fault'
import type { At } from '../tree'

const orNames = (near: readonly string[], otherwise: string): string => (near.length > 0 ? `did you mean ${listed(near)}?` : otherwise)

export const unknownValue = (at: At, name: string, near: readonly string[]) =>
  error(
    'WSQD201',
    at,
    `{{${name}}}`,
    'a name of modules/call.yaml',
    orNames(
      near.map((n) => `{{${n}}}`),
      'add it to modules/call.yaml, or write it out',
    ),
  )

export const unknownName = (at: At, name: string, where: string, near: readonly string[]) =>
  error('WSQD202', at, `\`${name}\``, `somebody or something on ${where}`, orNames(near, 'add it to the stage block'))

export const ambiguousName = (at: At, name: string, full: readonly string[]) =>
  error('WSQD203', at, `\`${name}\`, which is on ${full.length} stages`, 'a name that says on which', `write ${listed(full)}`)

export const acrossStages = (at: At, verb: string, stages: readonly string[]) =>
  error(
    'WSQD204',
    at,
    `\`::${verb}\` across ${listed(stages, 'and')}`,
    'all names on one stage',
    'only `morph` goes from one stage to another',
  )

export const verbNotTaken = (at: At, verb: string, stage: string, kind: string, takes: readonly string[], kinds: readonly string[]) =>
  error(
    'WSQD205',
    at,
    `\`::${verb}\` on \`${stage}\`, a ${kind} stage`,
    `one of ${takes.join(', ')}`,
    kinds.length > 0 ? `${verb} is for ${listed(kinds)}; here, say it with another verb` : `no stage kind of this edition takes ${verb}`,
  )

export const noSuchWord = (at: At, wanted: string, caption: string) =>
  error(
    'WSQD206',
    at,
    `at="${wanted}"`,
    `words of “${caption}”`,
    'copy the word from the paragraph below; `at="word#2"` is its second time',
  )

export const idTwice = (at: At, what: string, id: string, first: At) =>
  error(
    'WSQD207',
    at,
    `a second ${what} \`${id}\``,
    'every id once in a module',
    `rename this one; the first is at ${first.file}:${first.line}`,
  )

export const stageTwice = (at: At, found: string, cure: string) =>
  error('WSQD208', at, found, 'one stage of a name, and one to a place', cure)

export const continuesUnknown = (at: At, id: string, near: readonly string[]) =>
  error(
    'WSQD209',
    at,
    `continues="${id}"`,
    'a screen that comes before it',
    orNames(near, 'a screen inherits the last frame of an earlier one'),
  )

export const noSlotFile = (at: At, folder: string) =>
  error(
    'WSQD210',
    at,
    `no ${folder}/slots.lock.json`,
    'a slot number for every screen, prediction and question',
    'run `wsqd slots --write` and commit the file',
  )

export const noSlot = (at: At, what: string, id: string) =>
  error('WSQD211', at, `${what} \`${id}\` has no slot`, 'its number in slots.lock.json', 'run `wsqd slots --write` and commit the file')

export const unknownArgument = (at: At, verb: string, name: string, known: readonly string[], near: readonly string[]) =>
  error(
    'WSQD212',
    at,
    `\`${name}\` on \`::${verb}\``,
    known.length > 0 ? listed(known) : 'only `at` and `with`',
    orNames(near, 'take it away, or see docs/stages/README.md'),
  )

export const badArgument = (at: At, found: string, expected: string, cure: string) => error('WSQD213', at, found, expected, cure)

export const nothingToJoin = (at: At, verb: string) =>
  error('WSQD214', at, `\`with\` on the first direction, \`::${verb}\``, 'a direction before it in the same paragraph', 'take `with` away')

export const teachesUnknown = (at: At, found: string, expected: string, near: readonly string[]) =>
  error('WSQD215', at, found, expected, orNames(near, 'name the screen where a learner finds the answer'))

export const badQuestion = (at: At, found: string, expected: string, cure: string) => error('WSQD216', at, found, expected, cure)

export const bankTooSmall = (at: At, questions: number, draw: number) =>
  error(
    'WSQD217',
    at,
    `${questions} questions, of which ${draw} are drawn`,
    `${2 * draw} or more`,
    'write more questions: a retry draws others',
  )

export const badClock = (at: At, found: string) =>
  error('WSQD218', at, `clock="${found}"`, 'milliseconds after the click', 'write `clock=412`, or a moment: `clock={{moments.checks}}`')

export const stopUnknown = (at: At, number: string, found: string, moments: readonly string[]) =>
  error(
    'WSQD219',
    at,
    `module ${number} stops at “${found}”`,
    `a moment of call.yaml (${moments.join(', ')}), \`all\` or \`beyond\``,
    'correct the name in `stops`, or add the moment to call.yaml',
  )

export const continuesOther = (at: At, id: string, last: string) =>
  error(
    'WSQD250',
    at,
    `continues="${id}", which is not the screen before`,
    `continues="${last}", or none`,
    'put the two next to each other: what lies between would be forgotten',
  )

export const otherStage = (at: At, name: string, kind: string) =>
  error('WSQD251', at, `another kind for \`${name}\``, `the ${kind} stage it continues`, 'give the new stage a name of its own')

export const entersTwice = (at: At, name: string, screen: string) =>
  error(
    'WSQD252',
    at,
    `\`::enter[${name}]\``,
    `somebody who is not there: \`${screen}\` ends with it`,
    'take the direction away, or let it `exit` first',
  )

export const recallUnknown = (at: At, name: string, near: readonly string[]) =>
  error(
    'WSQD253',
    at,
    `::recall[${name}]`,
    'module/prediction of another module of this course',
    orNames(near, 'see the `:::predict` of that module'),
  )

export const checkUnknown = (at: At, id: string, near: readonly string[]) =>
  error('WSQD254', at, `::check[${id}]`, 'one of the `checks:` of quiz.yaml', orNames(near, 'write the question there'))

export const pictureUnknown = (at: At, found: string, expected: string, near: readonly string[]) =>
  error('WSQD255', at, `picture: ${found}`, expected, orNames(near, 'name the screen and beat whose last frame it is'))

export const noSuchLine = (at: At, line: number, lines: number, twice: boolean) =>
  error(
    'WSQD257',
    at,
    twice ? `line ${line} a second time` : `line ${line}`,
    `a line with code on it, from 1 to ${lines}, once`,
    'count the lines of `code:` from 1',
  )
