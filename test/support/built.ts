/** What browser tests and the bench play: packages and players, built once before the first test by `global-setup.mjs`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { launchPage } from './launch-page'
import type { Course, Module } from '../../src/model/course'

export const root = join(__dirname, '../..')
/** Not `dist/`, which is whoever works here's own. */
export const dist = join(root, '.cache/test/packages')

/** The course as a learner's browser gets it: read from the launch page of a finished package. */
export function packagedCourse(id: string): Course {
  const file = unzipSync(readFileSync(join(dist, `${id}.zip`)), { filter: ({ name }) => name === 'index.html' })['index.html']
  if (!file) throw new Error(`There is no index.html in ${id}.zip.`)
  return launchPage(strFromU8(file)).course
}

export function packagedModule(id: string): Module {
  const [module] = packagedCourse(id).modules
  if (!module) throw new Error(`The package ${id} has no module.`)
  return module
}
