/** `npm run bench`: the budgets of size and speed (docs/architecture.md), measured here and now. `-- --json` for scripts. Exits with 1 when one is missed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../../build/browser'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import { compileGallery } from '../../build/sheet/stage-gallery'
import { coldBuild } from './cold-build'
import { playerRows, suspendRows } from './data'
import { firstScreenRows } from './first-screen'
import { met, rounded, rowsAsTable, type Row } from './row'
import { sceneRows } from './scene'

const USABLE =
  '"Usable": the frame is drawn after #app[data-state=ready], so the cover stands with its start button and keys work; counted from the start of ' +
  'the navigation of the content’s frame in the preview LMS. Chromium, CPU/4, 1.6 Mbit/s down, 150 ms, gzip, cold cache, a fresh attempt.'

const MODULE = 4
const TEXT = 'modules/04-media-flows/screenplay.md'

async function main(): Promise<boolean> {
  const root = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'wsqd-bench-'))
  const say = (text: string): void => void process.stderr.write(`${text}\n`)
  const loads = () => loadavg().map((load) => rounded(load, 2))
  const before = loads()
  const rows: Row[] = []
  try {
    say('… cold build')
    const built = await coldBuild(root, folder, TEXT)
    say('… sizes')
    const { course } = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
    const module = course?.modules.find(({ number }) => number === MODULE)
    if (!course || !module) throw new Error(`The course has no module ${MODULE}, or does not compile: run "wsqd check".`)
    rows.push(...(await playerRows(root)), ...built.rows, ...suspendRows(course, module))
    const browser = await launchChromium(process.env)
    try {
      for (const target of ['scorm12', 'scorm2004-4']) {
        say(`… first screen, ${target}`)
        rows.push(...(await firstScreenRows(browser, { root, dist: built.dist, folder }, `wsqd-04-${module.id}.${target}`)))
      }
      say('… the densest scene')
      rows.push(...(await sceneRows(browser, root, course, module)))
      const { course: gallery } = await compileGallery(root)
      if (!gallery) throw new Error('The gallery does not compile: open /stages in the preview, it says why.')
      for (const kind of gallery.modules) {
        say(`… the stage kind ${kind.id}`)
        // How often a frame is drawn is a budget of the course; of a kind, that no single frame is late.
        rows.push(...(await sceneRows(browser, root, gallery, kind, `the gallery’s ${kind.id}`)).slice(0, 1))
      }
    } finally {
      await browser.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const after = loads()
  const cores = availableParallelism()
  if (process.argv.includes('--json')) {
    const budgets = rows.map((row) => ({ ...row, budget: row.budget.trim(), met: met(row) }))
    process.stdout.write(`${JSON.stringify({ usable: USABLE, cores, load: { before, after }, budgets }, null, 2)}\n`)
  } else {
    process.stdout.write(`${rowsAsTable(rows)}\n${USABLE}\n`)
    process.stdout.write(`Load average (1, 5, 15 min) before ${before.join(' ')}, after ${after.join(' ')}; ${cores} cores.\n`)
  }
  return rows.every(met)
}

process.exitCode = (await main()) ? 0 : 1
