/** Course and player in, the bytes of a zip out. Touches nothing else, and the same in gives the same bytes out. */
import type { Course } from '../../src/model/course'
import type { Files } from '../files'
import { callPicture } from './call-picture'
import { courseMap } from './course-map'
import { page, type PageContent } from './page'
import { type About, describe, describeProgramme, moduleFile, type Part, plainTitle } from './part'
import { type Choices, settingsOf } from './settings'
import type { Target } from './targets'
import { versioned } from './versioned'
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
  const own: Course = { ...course, lang: module.lang ?? course.lang, modules: [module] }
  const about = describe(course, module)
  return assemble(about, { course: own, title: `${about.title} · ${plainTitle(course.title)}` }, player, target, choices)
}

/**
 * The whole programme as one SCO. Its launch page holds the map of the course, and a module's pictures and words are loaded when it is opened:
 * all of them at once would be megabytes before the first picture. `player` is the programme's own, which has the menu.
 */
export async function packProgramme(course: Course, player: Files, target: Target, choices: Choices = {}): Promise<Uint8Array> {
  const about = describeProgramme(course)
  const { content, modules } = programmeOf(course)
  return assemble(about, { ...content, title: about.title }, new Map([...player, ...modules]), target, choices)
}

/** What the programme's page holds, and the modules beside it. */
export function programmeOf(course: Course): { readonly content: Pick<Content, 'course' | 'programme'>; readonly modules: Files } {
  const modules = new Map(course.modules.map((module) => [moduleFile(module), encode(JSON.stringify(module))]))
  const files = Object.fromEntries(course.modules.map((module) => [module.id, versioned(moduleFile(module), modules)]))
  return { content: { course: courseMap(course), programme: { files, call: callPicture(course) } }, modules }
}

type Content = Omit<PageContent, 'settings'>

function assemble(about: About, content: Content, files: Files, target: Target, choices: Choices): Promise<Uint8Array> {
  const settings = { ...settingsOf(content.course), ...choices.settings }
  const html = page({ ...content, settings }, files)
  const rest = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const all = new Map<string, Uint8Array>([[about.launch, encode(html)], ...rest])
  const manifest = target.manifest({ ...about, files: [...all.keys()], mastery: choices.mastery === true ? settings.pass : null })
  // The manifest first: some importers read no further than the first entry before they decide what this is.
  return zip(new Map([[manifest.path, encode(manifest.xml)], ...all]))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
