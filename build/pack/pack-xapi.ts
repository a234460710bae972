/** The packages that speak to an LRS: a cmi5 zip of all modules (or of one), a Tin Can zip of each and one of the programme. No endpoint and no credential is in any of them. */
import { cmi5 } from '../../manifests/cmi5'
import { manifestText } from '../../manifests/manifest'
import { tincan } from '../../manifests/tincan'
import type { Course } from '../../src/model/course'
import type { Settings } from '../../src/model/settings'
import { iris, types } from '../../src/xapi/vocabulary'
import type { Files } from '../files'
import { page } from './page'
import { programmeOf } from './pack'
import { describe, describeProgramme, type Part, plainTitle } from './part'
import { type Choices, settingsOf } from './settings'
import { zip } from './zip'

/** `player` is everything in the zip that is not of the course. */
export async function packXapi(
  course: Course,
  parts: readonly Part[],
  player: Files,
  standard: 'cmi5' | 'tincan',
  choices: Choices = {},
): Promise<Uint8Array> {
  // The launch tells where its LRS is: there is nothing to relay.
  const { relay: _, ...chosen } = choices.settings ?? {}
  const settings = { ...settingsOf(course), ...chosen }
  const ids = iris(course)
  const title = plainTitle(course.title)
  const units = parts.map((part) => {
    const { title: name } = describe(course, part)
    const url = standard === 'tincan' ? 'index.html' : `m${String(part.number).padStart(2, '0')}.html`
    const lang = part.lang ?? course.lang
    const own: Course = { ...course, lang, modules: [part] }
    const html = page({ course: own, settings, title: `${name} · ${title}`, connect: 'https:' }, player)
    const about = { iri: ids.module(part.id), lang, title: name, description: `${title}, ${name}` }
    return { ...about, url, html, mastery: settings.pass, moveOn: moveOnOf(part.quiz !== null, settings) } as const
  })
  const [first] = units
  if (first === undefined) throw new Error('A package needs a module; found none.')
  // A course of its own where it is not all of it: a unit's id is never a course's too (cmi5 §13.1).
  const about = parts.length === course.modules.length ? { iri: course.iri, title } : { iri: `${first.iri}/course`, title: first.title }
  const tree =
    standard === 'cmi5' ? cmi5({ ...about, lang: course.lang, units }) : tincan({ ...first, type: types.module, launch: first.url })
  const rest = [...player].sort(([a], [b]) => (a < b ? -1 : 1))
  const pages = units.map(({ url, html }) => [url, encode(html)] as const)
  return zip(new Map([[`${standard}.xml`, encode(manifestText(tree))], ...pages, ...rest]))
}

/** The whole programme as one activity, with the menu. `player` is the programme's own. */
export async function packTincanProgramme(course: Course, player: Files, choices: Choices = {}): Promise<Uint8Array> {
  const settings = { ...settingsOf(course), ...choices.settings }
  const { title, launch } = describeProgramme(course)
  const { content, modules } = programmeOf(course)
  const files = new Map([...player, ...modules])
  const html = page({ ...content, settings, title, connect: 'https:' }, files)
  const tree = tincan({ iri: course.iri, type: types.course, lang: course.lang, title, description: title, launch })
  const rest = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zip(new Map([['tincan.xml', encode(manifestText(tree))], [launch, encode(html)], ...rest]))
}

/** What the LMS waits for is what the course will say (design §6). */
export function moveOnOf(hasQuiz: boolean, { completeOn, report }: Settings): 'Completed' | 'CompletedAndPassed' {
  return hasQuiz && completeOn !== 'screens' && report === 'passed' ? 'CompletedAndPassed' : 'Completed'
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
