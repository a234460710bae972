/** Every package of a course for some targets: packed, linted, named. Nothing is written here. */
import { createHash } from 'node:crypto'
import type { Course, Module } from '../../src/model/course'
import type { Files } from '../files'
import { type Memory, noMemory } from '../memory'
import { lintZip } from './lint'
import type { Finding } from './lint/finding'
import { pack, packProgramme } from './pack'
import { packTincanProgramme, packXapi } from './pack-xapi'
import { packageId, PROGRAMME } from './part'
import type { Choices } from './settings'
import type { Target } from './targets'

export interface Package {
  /** `wsqd-04-media-flows.scorm12.zip` */
  readonly file: string
  /** Its number; null is the programme as one. */
  readonly module: number | null
  readonly target: Target
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Time it took to pack and to lint. */
  readonly ms: number
  readonly findings: readonly Finding[]
}

/** For each target what a zip has besides the course: player, fonts, words, schemas. */
export type Shells = ReadonlyMap<Target, Files>

export interface Wanted {
  readonly modules: readonly Module[]
  /** Null where the programme as one is not wanted. */
  readonly programme: Shells | null
}

export async function buildPackages(
  course: Course,
  { modules, programme }: Wanted,
  shells: Shells,
  now: () => number,
  choices: Choices = {},
  memory: Memory = noMemory,
): Promise<readonly Package[]> {
  const packages: Package[] = []
  const made = async (bytes: Promise<Uint8Array>): Promise<Pick<Package, 'bytes' | 'sha256' | 'findings'>> => {
    const zip = await bytes
    return { bytes: zip, sha256: createHash('sha256').update(zip).digest('hex'), findings: lintZip(zip) }
  }
  const add = async (id: string, module: number | null, target: Target, how: () => ReturnType<typeof made>): Promise<void> => {
    const start = now()
    const zip = await how()
    packages.push({ file: `${id}.${target.name}.zip`, module, target, ms: now() - start, ...zip })
  }
  // All that goes into a module's package but the revision, which is of all modules: one that did not change keeps the package it has, and its revision.
  const { title, iri, lang, passing } = course
  for (const module of modules) {
    for (const [target, shell] of shells) {
      if (target.name === 'cmi5') continue
      const isTincan = target.name === 'tincan'
      const id = packageId(module)
      await add(id, module.number, target, () =>
        memory.recall(`pack ${id} ${target.name}`, [module, { title, iri, lang, passing }, choices, ...[...shell].flat()], () =>
          made(isTincan ? packXapi(course, [module], shell, 'tincan', choices) : pack(course, [module], shell, target, choices)),
        ),
      )
    }
  }
  // One course with a unit a module; of some of them a course each, or it would be taken for the whole.
  const isWhole = modules.length === course.modules.length
  for (const [target, shell] of shells) {
    if (target.name !== 'cmi5') continue
    if (isWhole) await add(PROGRAMME, null, target, () => made(packXapi(course, modules, shell, 'cmi5', choices)))
    else
      for (const module of modules)
        await add(packageId(module), module.number, target, () => made(packXapi(course, [module], shell, 'cmi5', choices)))
  }
  for (const [target, shell] of programme ?? [])
    await add(PROGRAMME, null, target, () =>
      made(target.name === 'tincan' ? packTincanProgramme(course, shell, choices) : packProgramme(course, shell, target, choices)),
    )
  return packages
}
