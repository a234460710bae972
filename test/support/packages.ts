/** The packages that browser tests play, built once before the first of them by `global-setup.mjs`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Course, Module } from '../../src/model/course'
import { launchPage } from './launch-page'

export const root = join(__dirname, '../..')
/** Not `dist/`, which belongs to whoever works here. */
export const dist = join(root, '.cache/test/packages')

/** The modules of the programme's package, from their files. */
export function packagedModules(id: string): readonly Module[] {
  const files = unzipSync(readFileSync(join(dist, `${id}.zip`)), { filter: ({ name }) => /^module-\d+\.json$/.test(name) })
  return Object.keys(files)
    .sort()
    .map((name) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Module)
}

/** The module as a learner's browser gets it: read from the launch page of the finished package. */
export function packagedModule(id: string): { readonly course: Course; readonly module: Module } {
  const file = unzipSync(readFileSync(join(dist, `${id}.zip`)), { filter: ({ name }) => name === 'index.html' })['index.html']
  if (!file) throw new Error(`There is no index.html in ${id}.zip.`)
  const { course } = launchPage(strFromU8(file))
  const [module] = course.modules
  if (!module) throw new Error(`The package ${id} has no module.`)
  return { course, module }
}
