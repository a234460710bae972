import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import type { Course, Module } from '../../src/model/course'
import { root } from './packages'

/** The course as it stands in modules/, and its first module. */
export async function theCourse(): Promise<{ readonly course: Course; readonly module: Module }> {
  const { course } = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
  const module = course?.modules[0]
  if (!course || !module) throw new Error('The course does not compile: run "wsqd check".')
  return { course, module }
}
