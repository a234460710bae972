/** Other settings for a finished package: the page's inline JSON and the manifest change, every other byte of every file stays. */
import { masteryOf, rewriteMastery } from '../../manifests/mastery'
import type { Settings } from '../../src/model/settings'
import { Failure } from '../commands/failure'
import type { Files } from '../files'
import { spokenOf, wordsFile } from '../words/words'
import { inlineJson } from './inline-json'
import { hasWords, inlineWords } from './inline-words'
import { lintZip } from './lint'
import { findingText } from './lint/finding'
import { BadZip, readZip } from './read-zip'
import { type Choices, readSettings } from './settings'
import { zip } from './zip'

/** What a package is set to. */
export interface Configuration {
  readonly settings: Settings
  /** The pass mark in the manifest, 0–1; null where there is none, and the course judges. */
  readonly mastery: number | null
}

export interface Configured {
  readonly bytes: Uint8Array
  readonly before: Configuration
  readonly after: Configuration
}

const MANIFEST = 'imsmanifest.xml'
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
  const notOurs = (found: string): never => refuse(found, 'Expected a SCORM package of this course, as "wsqd build" writes it.')
  const xml = textOf(files, MANIFEST) ?? notOurs(`there is no ${MANIFEST} at its root`)
  const html = textOf(files, PAGE) ?? notOurs(`there is no ${PAGE} at its root`)
  const inline = [...html.matchAll(INLINE)]
  if (inline.length !== 1) notOurs(`${PAGE} has ${inline.length === 0 ? 'no settings' : 'settings more than once'} (script#settings)`)

  const found = readSettings(parse(inline[0]?.[2] ?? ''))
  const settings = typeof found === 'string' ? notOurs(`the settings in ${PAGE} cannot be read (${found})`) : found
  const mastery = readMastery(xml) ?? notOurs(`${MANIFEST} cannot be read`)
  const before: Configuration = { settings, mastery: mastery.mark }
  const next = { ...settings, ...choices.settings }
  const keep = choices.mastery ?? before.mastery !== null
  const after: Configuration = { settings: next, mastery: keep ? next.pass : null }

  const spoken = (page: string, lang: string): string => {
    const words =
      textOf(files, wordsFile(spokenOf(lang, files))) ?? refuse(`it has no words in "${lang}"`, 'Take a package of this edition.')
    return hasWords(page) ? inlineWords(page, words) : refuse(`${PAGE} has no words (script#messages)`, 'Take a package of this edition.')
  }
  const changed = new Map(files)
  const page = html.replace(INLINE, (_, open: string, __, close: string) => open + inlineJson(next) + close)
  changed.set(PAGE, encode(next.lang === settings.lang ? page : spoken(page, next.lang)))
  // Written anew only where the mark changes: what an older edition laid out otherwise stays as it was.
  if (after.mastery !== before.mastery) changed.set(MANIFEST, encode(rewriteMastery(xml, after.mastery)))
  const out = await zip(inOrder(changed))
  const findings = lintZip(out)
  if (findings.length > 0) {
    refuse(
      `what it holds breaks the rules of a package:\n  ${findings.map(findingText).join('\n  ')}\n`,
      'Take the zip as "wsqd build" wrote it.',
    )
  }
  return { bytes: out, before, after }
}

/** The order of build/pack/pack.ts: the manifest, the page, and the rest by name. */
function inOrder(files: Files): Files {
  const rest = [...files].filter(([name]) => name !== MANIFEST && name !== PAGE).sort(([a], [b]) => (a < b ? -1 : 1))
  const first = [MANIFEST, PAGE].flatMap((name) => [...files].filter(([one]) => one === name))
  return new Map([...first, ...rest])
}

function readMastery(xml: string): { readonly mark: number | null } | null {
  try {
    return { mark: masteryOf(xml) }
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
