/** Run by `global-setup.mjs`: everything browser tests need that takes long to make. */
import { ensureChromium } from '../../build/browser'
import { buildCourse } from '../../build/build-course'
import { writeAll } from '../../build/pack/write'
import { buildPlayers } from '../../build/player'
import { dist, root } from './built'

const say = (text: string): void => void process.stderr.write(text)

ensureChromium(process.env, (line) => say(`${line}\n`))
const progress = { step: <T>(_: string, work: () => Promise<T>) => work() }
const { packages } = await buildCourse(root, progress, {
  modules: (all) => all,
  targets: ['scorm12', 'scorm2004-3', 'scorm2004-4'],
  now: () => Date.now(),
  report: say,
})
await writeAll(dist, new Map(packages.map(({ file, bytes }) => [file, bytes])))
await buildPlayers(root, ['local'])
