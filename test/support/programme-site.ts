/** The package of the whole programme as an LMS unpacks it, beside launch pages that were damaged on the way. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { buildFonts } from '../../build/fonts/fonts'
import { packProgramme } from '../../build/pack/pack'
import { targets } from '../../build/pack/targets'
import { buildPlayers } from '../../build/player'
import { serveFiles, type Site } from '../../build/sheet/site'
import { buildWords } from '../../build/words/words'
import type { Course } from '../../src/model/course'

export async function serveProgramme(root: string, course: Course, lang: string): Promise<Site> {
  const player = (await buildPlayers(root, ['programme-scorm12'])).files.get('programme-scorm12') ?? []
  const shell = new Map([...player, ...Object.entries(await buildFonts(root)), ...(await buildWords(root, lang))])
  const files = unzipSync(await packProgramme(course, shell, targets.scorm12, { settings: { lang } }))
  const html = strFromU8(files['index.html'] ?? new Uint8Array())
  const without = (id: string): Uint8Array => strToU8(html.replace(new RegExp(`(id="${id}">)[^<]*`), '$1{"cut'))
  return serveFiles(new Map([...Object.entries(files), ['no-course.html', without('course')], ['no-words.html', without('messages')]]))
}
