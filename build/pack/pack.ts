/** Course and player in, the bytes of a zip out. Touches nothing else, and the same in gives the same bytes out. */
import type { Course } from '../../src/model/course'
import type { Files } from '../files'
import { page } from './page'
import { describe, type Part, plainTitle } from './part'
import { type Choices, settingsOf } from './settings'
import type { Target } from './targets'
import { zip } from './zip'

/**
 * `parts` is one module: a manifest with several SCOs breaks in Moodle's 2004 runtime (reference: moodle.md, Multi-SCO).
 * `player` is everything in the zip that is not of the course: player.js, player.css, fonts, its words, the schemas of the edition.
 */
export async function pack(
  course: Course,
  parts: readonly Part[],
  player: Files,
  target: Target,
  choices: Choices = {},
): Promise<Uint8Array> {
  const [module] = parts
  if (module === undefined || parts.length > 1) {
    throw new Error(`A package holds one module; found ${parts.length} (${parts.map((part) => part.id).join(', ')}). Pack each by itself.`)
  }
  const about = describe(course, module)
  const own: Course = { ...course, lang: module.lang ?? course.lang, modules: [module] }
  const settings = { ...settingsOf(course), ...choices.settings }
  const html = page({ course: own, settings, title: `${about.title} · ${plainTitle(course.title)}` }, player)

  const rest = [...player].sort(([a], [b]) => (a < b ? -1 : 1))
  const content = new Map<string, Uint8Array>([[about.launch, encode(html)], ...rest])
  const manifest = target.manifest({ ...about, files: [...content.keys()], mastery: choices.mastery === true ? settings.pass : null })
  // The manifest first: some importers read no further than the first entry before they decide what this is.
  return zip(new Map([[manifest.path, encode(manifest.xml)], ...content]))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
