/** Run by `global-setup.mjs`, which says where to: everything browser tests need that takes long to make. */
import { ensureChromium } from '../../build/browser'
import { buildCourse } from '../../build/build-course'
import { writeAll } from '../../build/pack/write'
import { buildPlayers } from '../../build/player'

const say = (text: string): void => void process.stderr.write(text)
const [root = '.', folder = ''] = process.argv.slice(2)

ensureChromium(process.env, (line) => say(`${line}\n`))
const { packages } = await buildCourse(
  root,
  { step: async (_, work) => work() },
  {
    modules: (all) => all,
    programme: true,
    targets: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'tincan'],
    now: () => Date.now(),
    report: say,
  },
)
await writeAll(folder, new Map(packages.map(({ file, bytes }) => [file, bytes])))
await buildPlayers(root, ['local'])
