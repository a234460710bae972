/** The packages in the dist folder, looked at anew on every visit of the catalogue. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest, type Manifest } from './manifest'
import { PreviewError } from './types'
import { readStructure, type Structure, type Unit, type XapiStandard } from './xapi/structure'
import { openZip, type Zip } from './zip'

interface Zipped {
  /** The file's name without `.zip`: attempts stay with it over new builds, as an LMS keeps them over a re-upload. */
  readonly id: string
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** The first 16 characters of the hash: new bytes, new URLs. */
  readonly revision: string
}
export interface Package extends Zipped {
  readonly manifest: Manifest
}
/** One unit of a cmi5 or Tin Can package. Where there are several, the id is the file's, `~` and the unit's key. */
export interface XapiPackage extends Zipped {
  /** The file's name without `.zip`: one registration is of all its units. */
  readonly home: string
  readonly unit: Unit
  readonly structure: Structure
}
export type AnyPackage = Package | XapiPackage
export interface BrokenPackage {
  readonly id: string
  readonly file: string
  readonly bytes: number
  readonly error: string
}

export interface Library {
  scan(): readonly (AnyPackage | BrokenPackage)[]
  /** By id. Throws what is wrong with it, or that there is none. */
  find(id: string): AnyPackage
  /** The bytes of a build that was seen before, by its revision. Null when it is gone. */
  open(revision: string): Zip | null
}

export const isBroken = (one: AnyPackage | BrokenPackage): one is BrokenPackage => 'error' in one
export const isXapi = (one: AnyPackage): one is XapiPackage => 'unit' in one

/** How many zips are held open at a time: every standard of a module, and a spare. */
const OPEN = 6

export function createLibrary(dist: string): Library {
  const seen = new Map<string, { readonly stamp: string; readonly found: readonly (AnyPackage | BrokenPackage)[] }>()
  const opened = new Map<string, Zip>()

  const look = (file: string): readonly (AnyPackage | BrokenPackage)[] => {
    const path = join(dist, file)
    const { mtimeMs, size } = statSync(path)
    const stamp = `${mtimeMs} ${size}`
    const known = seen.get(file)
    if (known?.stamp === stamp) return known.found
    const found = inspect(path, file)
    seen.set(file, { stamp, found })
    return found
  }
  const inspect = (path: string, file: string): readonly (AnyPackage | BrokenPackage)[] => {
    const id = file.replace(/\.zip$/i, '')
    const data = readFileSync(path)
    try {
      const zip = openZip(data, file)
      const sha256 = createHash('sha256').update(data).digest('hex')
      const zipped: Zipped = { id, file, bytes: data.length, sha256, revision: sha256.slice(0, 16) }
      const structure = structureOf(zip, file)
      if (structure === null) return [{ ...zipped, manifest: readPackage(zip, file) }]
      const several = structure.units.length > 1
      return structure.units.map((unit) => ({ ...zipped, id: several ? `${id}~${unit.key}` : id, home: id, unit, structure }))
    } catch (error) {
      if (!(error instanceof PreviewError)) throw error
      return [{ id, file, bytes: data.length, error: error.message }]
    }
  }
  const scan = (): readonly (AnyPackage | BrokenPackage)[] => {
    const files = listZips(dist)
    for (const file of seen.keys()) if (!files.includes(file)) seen.delete(file)
    return files.flatMap(look)
  }
  const open = (revision: string): Zip | null => {
    const held = opened.get(revision)
    if (held !== undefined) return held
    const one = scan().find((found): found is AnyPackage => !isBroken(found) && found.revision === revision)
    if (one === undefined) return null
    const zip = openZip(readFileSync(join(dist, one.file)), one.file)
    opened.set(revision, zip)
    const oldest = opened.keys().next().value
    if (opened.size > OPEN && oldest !== undefined) opened.delete(oldest)
    return zip
  }
  const find = (id: string): AnyPackage => {
    const one = scan().find((found) => found.id === id)
    if (one === undefined) {
      const there = listZips(dist).join(', ') || 'no zip'
      throw new PreviewError(
        `No package "${id}" in ${dist}: found ${there}. Build it with "wsqd build", or pick one in the catalogue.`,
        404,
      )
    }
    if (isBroken(one)) throw new PreviewError(one.error, 422)
    return one
  }
  return { scan, find, open }
}

function listZips(dist: string): readonly string[] {
  try {
    return readdirSync(dist)
      .filter((name) => /\.zip$/i.test(name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Null where it is no package for an LRS. A zip with both is taken for SCORM, as every LMS that knows both does. */
function structureOf(zip: Zip, file: string): Structure | null {
  if (zip.names.has('imsmanifest.xml')) return null
  const standard = (['cmi5', 'tincan'] as const satisfies readonly XapiStandard[]).find((one) => zip.names.has(`${one}.xml`))
  if (standard === undefined) return null
  const structure = readStructure(standard, new TextDecoder().decode(zip.read(`${standard}.xml`) ?? new Uint8Array()), file)
  const absent = structure.units.find(({ href }) => !zip.names.has(safeDecode(href)))
  if (absent === undefined) return structure
  throw new PreviewError(
    `${file}: ${standard}.xml launches "${absent.href}", and no such file is in the zip. Add it, or correct the address.`,
    422,
  )
}

function readPackage(zip: Zip, file: string): Manifest {
  const xml = zip.read('imsmanifest.xml')
  if (xml === null) {
    const stray = [...zip.names].find((name) => /(^|\/)(imsmanifest|cmi5|tincan)\.xml$/i.test(name))
    const found = stray === undefined ? 'found none' : `found it as "${stray}"`
    throw new PreviewError(
      `${file} has no imsmanifest.xml, cmi5.xml or tincan.xml at its root (${found}). LMSs refuse such a zip. Zip the files, not their folder.`,
      422,
    )
  }
  const manifest = readManifest(new TextDecoder().decode(xml), file)
  if (!zip.names.has(safeDecode(manifest.href))) {
    throw new PreviewError(
      `${file}: the manifest launches "${manifest.href}", and no such file is in the zip. Add it, or correct the href.`,
      422,
    )
  }
  return manifest
}

/** Hrefs are URIs: a name with a blank is written with %20. */
export function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
