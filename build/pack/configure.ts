/** Other settings for a finished package: the pages' inline JSON and the manifest change, every other byte of every file stays. */
import { rewriteTerms, unitsOf } from '../../manifests/cmi5'
import { masteryOf, rewriteMastery } from '../../manifests/mastery'
import type { Course } from '../../src/model/course'
import type { Settings } from '../../src/model/settings'
import { Failure } from '../commands/failure'
import type { Files } from '../files'
import { spokenOf, wordsFile } from '../words/words'
import { inlineJson } from './inline-json'
import { hasWords, inlineWords } from './inline-words'
import { lintZip } from './lint'
import { findingText } from './lint/finding'
import { moveOnOf } from './pack-xapi'
import { BadZip, readZip } from './read-zip'
import { RELAY_SCRIPT, withRelay } from './relay-page'
import { type Choices, readSettings } from './settings'
import { zip } from './zip'

/** What a package is set to. */
export interface Configuration {
  readonly settings: Settings
  /** The pass mark in the manifest, 0–1; null where there is none, and the course judges. */
  readonly mastery: number | null
}

export interface Configured {
  readonly standard: 'scorm' | 'cmi5' | 'tincan'
  readonly bytes: Uint8Array
  readonly before: Configuration
  readonly after: Configuration
}

const MANIFESTS = { scorm: 'imsmanifest.xml', cmi5: 'cmi5.xml', tincan: 'tincan.xml' } as const
const PAGE = 'index.html'
/** As build/pack/page.ts writes it. Inline JSON holds no `<`, so the first end tag is its own. */
const INLINE = /(<script type="application\/json" id="settings">)([^<]*)(<\/script>)/g

/** `name` is said in messages. Throws a `Failure` for whatever is not a sound package of ours. */
export async function configure(bytes: Uint8Array, name: string, choices: Choices): Promise<Configured> {
  const refuse = (found: string, cure: string): never => {
    throw new Failure(`${name}: ${found}. ${cure} Nothing was written.`)
  }
  const files = await readZip(bytes).catch((error: unknown) => {
    if (!(error instanceof BadZip)) throw error
    return refuse(error.message, 'Take the zip as "wsqd build" wrote it, or download it again.')
  })
  const notOurs = (found: string): never => refuse(found, 'Expected a package of this course, as "wsqd build" writes it.')
  const standard = (['scorm', 'cmi5', 'tincan'] as const).find((one) => files.has(MANIFESTS[one])) ?? 'scorm'
  const path = MANIFESTS[standard]
  const xml = textOf(files, path) ?? notOurs(`there is no ${path} at its root`)
  const terms = readTerms(standard, xml) ?? notOurs(`${path} cannot be read`)
  const pages = terms.pages.map((page) => ({ name: page, html: textOf(files, page) ?? notOurs(`there is no ${page} at its root`) }))
  const all = pages.map((page) => settingsIn(page.name, page.html, notOurs))
  const [settings] = all
  if (settings === undefined) return notOurs(`${path} has no page`)
  if (choices.mastery !== undefined && standard !== 'scorm') {
    const why = standard === 'cmi5' ? 'always names the pass mark, and the LMS may give another' : 'has no place for a pass mark'
    refuse(`${path} ${why}`, 'Leave out --lms-mastery and --no-lms-mastery.')
  }
  if (choices.settings?.relay && standard !== 'scorm')
    refuse('its launch tells where its LRS is', 'A relay is for SCORM packages: leave out --relay.')
  const before: Configuration = { settings, mastery: terms.mastery }
  const next = { ...settings, ...choices.settings }
  const keep = choices.mastery ?? before.mastery !== null
  const after: Configuration = { settings: next, mastery: keep ? next.pass : null }

  const spoken = (page: string, html: string, lang: string): string => {
    const words =
      textOf(files, wordsFile(spokenOf(lang, files))) ?? refuse(`it has no words in "${lang}"`, 'Take a package of this edition.')
    return hasWords(html) ? inlineWords(html, words) : refuse(`${page} has no words (script#messages)`, 'Take a package of this edition.')
  }
  const relayed = (page: string, html: string, relay: Settings['relay']): string => {
    if (!files.has(RELAY_SCRIPT)) return relay ? refuse(`it has no ${RELAY_SCRIPT}`, 'Take a package of this edition.') : html
    return withRelay(html, relay, files) ?? notOurs(`${page} has no policy and player where they are expected`)
  }
  const changed = new Map(files)
  for (const [at, { name: page, html }] of pages.entries()) {
    const own = { ...(all[at] ?? settings), ...choices.settings }
    const set = html.replace(INLINE, (_, open: string, __, close: string) => open + inlineJson(own) + close)
    const related = standard === 'scorm' && choices.settings && 'relay' in choices.settings ? relayed(page, set, own.relay) : set
    changed.set(page, encode(own.lang === all[at]?.lang ? related : spoken(page, related, own.lang)))
  }
  if (standard === 'cmi5') {
    const quizzed = new Map(pages.map(({ name: page, html }) => [page, hasQuiz(html)]))
    const termsOf = (page: string) => ({ moveOn: moveOnOf(quizzed.get(page) === true, next), mastery: next.pass })
    if (Object.keys(choices.settings ?? {}).length > 0) changed.set(path, encode(rewriteTerms(xml, termsOf)))
  }
  // Written anew only where the mark changes: what an older edition laid out otherwise stays as it was.
  else if (standard === 'scorm' && after.mastery !== before.mastery) changed.set(path, encode(rewriteMastery(xml, after.mastery)))
  const out = await zip(inOrder(changed, [path, ...terms.pages]))
  const findings = lintZip(out)
  if (findings.length > 0) {
    refuse(
      `what it holds breaks the rules of a package:\n  ${findings.map(findingText).join('\n  ')}\n`,
      'Take the zip as "wsqd build" wrote it.',
    )
  }
  return { standard, bytes: out, before, after }
}

function settingsIn(page: string, html: string, notOurs: (found: string) => never): Settings {
  const inline = [...html.matchAll(INLINE)]
  if (inline.length !== 1) notOurs(`${page} has ${inline.length === 0 ? 'no settings' : 'settings more than once'} (script#settings)`)
  const found = readSettings(parse(inline[0]?.[2] ?? ''))
  return typeof found === 'string' ? notOurs(`the settings in ${page} cannot be read (${found})`) : found
}

/** Whether the module of a page asks for anything: without a quiz nobody can pass. */
function hasQuiz(html: string): boolean {
  const course = parse(/<script type="application\/json" id="course">([^<]*)<\/script>/.exec(html)?.[1] ?? '') as
    Pick<Course, 'modules'> | undefined
  return course?.modules?.[0]?.quiz !== null
}

/** The order of build/pack/pack.ts and pack-xapi.ts: the manifest, the pages, and the rest by name. */
function inOrder(files: Files, names: readonly string[]): Files {
  const rest = [...files].filter(([name]) => !names.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const first = names.flatMap((name) => [...files].filter(([one]) => one === name))
  return new Map([...first, ...rest])
}

/** The launch pages and the pass mark that a manifest names; null where it cannot be read. */
function readTerms(
  standard: Configured['standard'],
  xml: string,
): { readonly pages: readonly string[]; readonly mastery: number | null } | null {
  try {
    if (standard === 'scorm') return { pages: [PAGE], mastery: masteryOf(xml) }
    if (standard === 'tincan') return { pages: [PAGE], mastery: null }
    const units = unitsOf(xml)
    return { pages: units.map(({ url }) => url), mastery: units[0]?.mastery ?? null }
  } catch {
    return null
  }
}

function textOf(files: Files, name: string): string | null {
  const bytes = files.get(name)
  try {
    return bytes === undefined ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
