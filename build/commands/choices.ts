/** The options by which an admin sets a package, on `wsqd build` and `wsqd configure` alike. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Settings } from '../../src/model/settings'
import { isRelayKey, relayUrl } from '../../src/model/relay'
import { playerLanguages } from '../pack/languages'
import { isPseudo } from '../words/pseudo'
import { type Choices, isPassMark, MOST_ATTEMPTS } from '../pack/settings'
import { Failure } from './failure'

/** As commander hands them over; what was not given is absent. */
export interface ChoiceOptions {
  readonly pass?: Settings['pass']
  readonly completeOn?: Settings['completeOn']
  readonly attempts?: number | 'unlimited'
  readonly report?: Settings['report']
  readonly lang?: string
  readonly theme?: Settings['theme']
  readonly lmsMastery?: boolean
  /** False takes it out. */
  readonly relay?: string | false
  readonly relayKey?: string
}

export function addChoices(command: Command, root: string): Command {
  return command
    .option('--pass <percent>', 'pass mark of the quiz, 1 to 100', readPass)
    .addOption(
      choice('--complete-on <what>', 'complete when every screen is seen and the quiz passed, or one of them', ['both', 'screens', 'quiz']),
    )
    .option('--attempts <number>', `quiz attempts, 1 to ${MOST_ATTEMPTS}, or unlimited`, readAttempts)
    .addOption(choice('--report <status>', 'end in passed (and completed), or in completed alone', ['passed', 'completed']))
    .option('--lang <code>', 'language of the player’s own words, and of the course where it is translated', (code) =>
      readLanguage(code, playerLanguages(root)),
    )
    .addOption(choice('--theme <theme>', 'colours, until the learner chooses', ['system', 'light', 'dark', 'contrast']))
    .option('--lms-mastery', 'put the pass mark into the manifest: the LMS then judges, and may overwrite the status')
    .option('--no-lms-mastery', 'take it out again')
    .option('--relay <url>', 'SCORM: tell an LRS too, through the relay at this address (wsqd relay)', readRelay)
    .option('--relay-key <key>', 'the key that the relay knows these packages by; everybody can read it in the page', readRelayKey)
    .option('--no-relay', 'take it out again')
}

/** `base` is what they are added to, such as an LMS's own. */
export function choicesOf(options: ChoiceOptions, base: Partial<Settings> = {}): Choices {
  const { pass, completeOn, attempts, report, lang, theme, lmsMastery, relay: url, relayKey: key } = options
  if (typeof url === 'string' ? key === undefined : key !== undefined)
    throw new Failure(
      'Give --relay and --relay-key together: the address, and the key that stands for it in the relay’s file. Nothing was written.',
    )
  const settings: Partial<Settings> = {
    ...base,
    ...(pass === undefined ? {} : { pass }),
    ...(completeOn === undefined ? {} : { completeOn }),
    ...(attempts === undefined ? {} : { attempts: attempts === 'unlimited' ? null : attempts }),
    ...(report === undefined ? {} : { report }),
    ...(lang === undefined ? {} : { lang }),
    ...(theme === undefined ? {} : { theme }),
    ...(url === false ? { relay: undefined } : url !== undefined && key !== undefined ? { relay: { url, key } } : {}),
  }
  return { settings, ...(lmsMastery === undefined ? {} : { mastery: lmsMastery }) }
}

const choice = (flags: string, description: string, choices: readonly string[]): Option => new Option(flags, description).choices(choices)

function readPass(text: string): number {
  const percent = /^\d{1,3}\s?%?$/.test(text) ? Number.parseInt(text, 10) : NaN
  if (isPassMark(percent)) return percent / 100
  throw new InvalidArgumentError('Expected a whole number from 1 to 100, such as 70.')
}

function readAttempts(text: string): number | 'unlimited' {
  if (text === 'unlimited') return text
  const attempts = Number(text)
  if (/^\d+$/.test(text) && attempts >= 1 && attempts <= MOST_ATTEMPTS) return attempts
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_ATTEMPTS}, or "unlimited".`)
}

function readRelay(text: string): string {
  const url = relayUrl(text)
  if (url !== null) return url
  throw new InvalidArgumentError(
    'Expected an address such as https://lms.example.com/relay, without a user or a query; http: only on this machine.',
  )
}

function readRelayKey(text: string): string {
  if (isRelayKey(text)) return text
  throw new InvalidArgumentError(
    'Expected a key as "wsqd relay key" makes it. Never a credential of the LRS: the page shows it to everybody.',
  )
}

/** A region may follow, as in en-GB. `en-XA` and `ar-XB` are for looking at layouts (build/words/pseudo.ts). */
function readLanguage(text: string, known: readonly string[]): string {
  const tag = canonical(text)
  if (tag !== null && isPseudo(tag)) return tag
  if (tag !== null && known.includes(tag.slice(0, 2)) && /^[a-z]{2}(-|$)/.test(tag)) return tag
  throw new InvalidArgumentError(
    tag === null ? 'Expected a language code, such as en or en-GB.' : `The player of this edition speaks ${known.join(', ')}.`,
  )
}

function canonical(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null
  } catch {
    return null
  }
}
