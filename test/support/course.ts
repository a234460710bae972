import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import type { Course, Module } from '../../src/model/course'
import { root } from './packages'

const NUMBER = 4

/** The course as it stands in modules/, and module 4, which has everything a module can have. */
export async function theCourse(): Promise<{ readonly course: Course; readonly module: Module }> {
  const { course } = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
  const module = course?.modules.find(({ number }) => number === NUMBER)
  if (!course || !module) throw new Error(`The course has no module ${NUMBER}, or does not compile: run "wsqd check".`)
  return { course, module }
}
