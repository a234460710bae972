/** Every package of a course for some targets: packed, linted, named. Nothing is written here. */
import { createHash } from 'node:crypto'
import type { Course, Module } from '../../src/model/course'
import type { Files } from '../files'
import { lintZip } from './lint'
import type { Finding } from './lint/finding'
import { pack } from './pack'
import { packageId } from './part'
import type { Choices } from './settings'
import type { Target } from './targets'

export interface Package {
  /** `wsqd-04-media-flows.scorm12.zip` */
  readonly file: string
  readonly module: number
  readonly target: Target
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Time it took to pack and to lint. */
  readonly ms: number
  readonly findings: readonly Finding[]
}

/** `shells` holds for each target what a zip has besides the course: player, fonts, words, schemas. */
export async function buildPackages(
  course: Course,
  modules: readonly Module[],
  shells: ReadonlyMap<Target, Files>,
  now: () => number,
  choices: Choices = {},
): Promise<readonly Package[]> {
  const packages: Package[] = []
  for (const module of modules) {
    for (const [target, shell] of shells) {
      const start = now()
      const bytes = await pack(course, [module], shell, target, choices)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const findings = lintZip(bytes)
      packages.push({
        file: `${packageId(module)}.${target.name}.zip`,
        module: module.number,
        target,
        bytes,
        sha256,
        ms: now() - start,
        findings,
      })
    }
  }
  return packages
}
