/** What the read phase says to an author. Codes WSQD1nn: one page each in docs/diagnostics. */
import { error, listed, warning } from '../fault'
import type { At } from '../tree'

export const fileMissing = (file: string, what: string) =>
  error('WSQD101', { file, line: 1, column: 1 }, 'no such file', what, `write modules/${file}`)

export const noFrontMatter = (at: At) =>
  error('WSQD102', at, 'no front matter', 'id, number, title and objectives between two lines of ---', 'begin the file with ---')

export const yamlBroken = (at: At, problem: string) =>
  error('WSQD103', at, problem, 'YAML', 'quote text that holds `: ` or ` #`, or begins with one of ` * [ { " \' - >; close every bracket')

export const wrongShape = (at: At, found: string, expected: string) =>
  error('WSQD104', at, found, expected, 'correct it, or see the documented example of this file')

export const outsideScreen = (at: At, found: string) =>
  error('WSQD105', at, `${found} before the first screen`, 'only front matter before the first `##`', 'put it under a `##` heading')

export const screenWithoutId = (at: At, title: string) =>
  error(
    'WSQD106',
    at,
    `the screen “${title}” has no \`::screen\``,
    '`::screen{#its-id covers="4.1"}` under every `##`',
    'add it below the heading',
  )

export const secondScreen = (at: At) =>
  error('WSQD107', at, 'a second `::screen`', 'one to a `##` heading', 'give the new screen its own `##`, or take this one away')

export const screenAttribute = (at: At, found: string, expected: string) =>
  error('WSQD108', at, found, expected, 'correct the attribute of `::screen`')

export const unknownDirective = (at: At, name: string, near: readonly string[]) =>
  error(
    'WSQD109',
    at,
    `\`${name}\``,
    'a verb, or screen, predict, check, recall, more, what-if, case',
    near.length > 0 ? `did you mean ${listed(near)}?` : 'docs/stages/README.md lists the verbs',
  )

export const unreadableDirective = (at: At, line: string) =>
  error(
    'WSQD110',
    at,
    `\`${line}\``,
    'a whole directive on one line: `::verb[names]{name="value"}`',
    'close every bracket, brace and quote',
  )

export const notSpoken = (at: At, what: string, cure: string) => error('WSQD111', at, what, 'paragraphs, directions and blocks', cure)

export const looseDirections = (at: At, verb: string, before: string) =>
  error(
    'WSQD112',
    at,
    `\`::${verb}\` ${before}`,
    'a paragraph below every direction',
    'move it above the paragraph during which it happens',
  )

export const notClosed = (at: At, what: string, close: string) =>
  error('WSQD113', at, `${what} that is never closed`, `${close} on a line of its own`, `write ${close} where it ends`)

export const unknownKind = (at: At, kind: string, kinds: readonly string[], near: readonly string[]) =>
  error(
    'WSQD114',
    at,
    kind === '' ? 'a stage without a kind' : `stage kind \`${kind}\``,
    `one of ${listed(kinds)}`,
    near.length > 0 ? `did you mean ${listed(near)}?` : '```stage KIND NAME PLACE',
  )

export const stageHead = (at: At, found: string, expected: string, cure: string) => error('WSQD115', at, found, expected, cure)

export const badLabel = (at: At, verb: string, found: string, expected: string) =>
  error('WSQD116', at, `\`::${verb}${found}\``, expected, 'names are separated by blanks, a way by ` > `, a pair by ` - `')

export const badHold = (at: At, found: string) =>
  error('WSQD117', at, `\`::hold${found}\``, 'a length of time', 'write `::hold[1.5s]` or `::hold[800ms]`')

export const badPrediction = (at: At, found: string, expected: string, cure: string) => error('WSQD118', at, found, expected, cure)

export const predictionAlone = (at: At, found: string) =>
  error(
    'WSQD119',
    at,
    found,
    'one `:::predict`, `::check` or `::recall` after a paragraph',
    'move it below the paragraph after which the clock stops',
  )

export const badWhatIf = (at: At, found: string, expected: string, cure: string) => error('WSQD120', at, found, expected, cure)

export const notBuilt = (at: At, what: string, meanwhile: string) =>
  warning('WSQD121', at, `${what} is not built yet`, meanwhile, 'leave it out until it is, or leave it in: this edition skips it')

export const rawHtml = (at: At, html: string) =>
  error('WSQD122', at, `raw HTML, \`${html}\``, 'Markdown', 'write code between backticks; there is no other markup in a screenplay')

export const linkNotHttps = (at: At, url: string) =>
  error(
    'WSQD124',
    at,
    `a link to ${url === '' ? 'nowhere' : url}`,
    'an address that begins with https://',
    'link the https page, or write the address as `code`',
  )

export const badAsked = (at: At, found: string, expected: string) =>
  error('WSQD125', at, `\`${found}\``, expected, 'name the question in the brackets: small letters, digits and hyphens')

export const badPicture = (at: At, found: string) =>
  error(
    'WSQD126',
    at,
    found,
    'a screen/beat whose last frame it is, or one `stage` block with directions below it',
    'write `picture: ice-checks/6`, or `picture: |` and the block',
  )
export const termTwice = (at: At, term: string, first: string, line: number) =>
  error(
    'WSQD140',
    at,
    `the term “${term}” beside “${first}”`,
    'every term once, in the singular',
    `keep one of them; the first is in line ${line}`,
  )

export const oddTerm = (at: At, term: string) =>
  error(
    'WSQD141',
    at,
    `the term “${term}”`,
    'a letter or a digit at both ends',
    'write it as a sentence would have it, without quotes or signs around it',
  )

export const longMeaning = (at: At, term: string, words: number, most: number) =>
  warning('WSQD142', at, `${words} words on “${term}”`, `${most} or fewer`, 'say what it is; the screen says the rest')

export const openMeaning = (at: At, term: string, end: string) =>
  warning('WSQD143', at, `“${term}” explained by “… ${end}”`, 'a sentence', 'end it with a full stop')
