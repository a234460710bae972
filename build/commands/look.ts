/** The looking half of `wsqd check`: contact sheets, and the visual lint over the last frame of every beat. */
import { join, relative, resolve } from 'node:path'
import type { Course, Module } from '../../src/model/course'
import { launchChromium } from '../browser'
import { createProgress } from '../progress'
import { serveModule } from '../sheet/gallery'
import { lintModule, type Found } from '../sheet/lint-course'
import { drawSheets } from '../sheet/sheets'
import type { Host } from './host'

export interface LookOptions {
  /** Draws the sheets, into this folder; true is `dist/sheets`. */
  readonly sheet?: string | true
  /** Only these screens on the sheets. */
  readonly screen?: readonly string[]
}

/** Returns the findings; prints them as a table, and sets exit code 1 if there are any. */
export async function look(host: Host, course: Course, options: LookOptions): Promise<readonly Found[]> {
  const progress = createProgress(host)
  const browser = await launchChromium(host.env)
  const found: Found[] = []
  try {
    for (const module of course.modules) {
      const site = await progress.step(`player of module ${module.number}`, () => serveModule(host.root, course, module))
      found.push(...(await progress.step(`visual lint, ${beats(module)} beats × 4 frames`, () => lintModule(browser, site.url, module))))
      if (options.sheet) {
        const folder = resolve(host.cwd, options.sheet === true ? join(host.root, 'dist/sheets') : options.sheet)
        const files = await progress.step(`contact sheets of module ${module.number}`, () =>
          drawSheets(browser, site.url, module, folder, options.screen),
        )
        host.stderr(`${files.length} sheets in ${relative(host.cwd, folder) || folder}\n`)
      }
      await site.close()
    }
  } finally {
    await browser.close()
  }
  host.stderr(found.length ? `${findingsTable(found)}\n${found.length} findings.\n` : 'Visual lint: 0 findings.\n')
  if (found.length) host.exit(1)
  return found
}

const beats = (module: Module): number => module.screens.reduce((sum, s) => sum + s.beats.length, 0)

/** Columns line up: screen, beat, frame, rule, what. */
export function findingsTable(found: readonly Found[]): string {
  const rows = [['screen', 'beat', 'frame', 'rule', 'what'], ...found.map((f) => [f.screen, String(f.beat), f.frame, f.rule, f.what])]
  const widths = [0, 1, 2, 3].map((c) => Math.max(...rows.map((r) => (r[c] as string).length)))
  return rows.map((r) => r.map((cell, c) => (c < 4 ? cell.padEnd(widths[c] as number) : cell)).join('  ')).join('\n')
}
