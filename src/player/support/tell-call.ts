/**
 * One call to the LMS as a line that says nothing of the learner. What an LMS answers is shown only where it is a number or a word of the
 * standards: a host may put anything anywhere. What we say ourselves is shown, but for the suspend data and the learner's answers.
 */
import type { TracedCall } from '../../session/page'

const PERSONAL = /(_id|_name|_response)$/
const STANDARD =
  /^([\d.]{0,8}|none|true|false|passed|completed|failed|incomplete|not attempted|unknown|browsed|saved|saving|retrying|lost|normal|review|browse|(no-)?credit|threw \w{0,9}Error)$/
/** The parts of an element that an LMS says it keeps. */
const CHILDREN = /^((^|,)(scaled|raw|min|max))+$/
const MOST = 60

/** `suspended` puts suspend data into words. */
export function tellCall({ at, method, args, answer, took }: TracedCall, suspended: (text: string) => string): string {
  const [element = '', value] = args
  const tell = (text: string): string =>
    element === 'cmi.suspend_data' ? suspended(text) : PERSONAL.test(element) ? withheld(text) : `“${text.slice(0, MOST)}”`
  // Of what was thrown only the kind is kept: the rest is the host's own words.
  const said = answer.replace(/^(threw \w*Error)\b[^]*/, '$1')
  const isOurs = value !== undefined || !element
  const told = isOurs
    ? plain(said)
    : PERSONAL.test(element)
      ? withheld(answer)
      : element === 'cmi.suspend_data'
        ? tell(answer)
        : plain(said)
  return `${time(at)} ${[method, element].join(' ').trim()}${value === undefined ? '' : ` = ${tell(value)}`} → ${told} (${took} ms)`
}

export const time = (at: number): string => new Date(at).toISOString().slice(11, 23)

const plain = (text: string): string => (STANDARD.test(text) || CHILDREN.test(text) ? `“${text}”` : withheld(text))
const withheld = (text: string): string => `${text.length} characters, not shown`
