/** The packages in the dist folder, looked at anew on every visit of the catalogue. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest, type Manifest } from './manifest'
import { PreviewError } from './types'
import { openZip, type Zip } from './zip'

export interface Package {
  /** The file's name without `.zip`: attempts stay with it over new builds, as an LMS keeps them over a re-upload. */
  readonly id: string
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** The first 16 characters of the hash: new bytes, new URLs. */
  readonly revision: string
  readonly manifest: Manifest
}
export interface BrokenPackage {
  readonly id: string
  readonly file: string
  readonly bytes: number
  readonly error: string
}

export interface Library {
  scan(): readonly (Package | BrokenPackage)[]
  /** By id. Throws what is wrong with it, or that there is none. */
  find(id: string): Package
  /** The bytes of a build that was seen before, by its revision. Null when it is gone. */
  open(revision: string): Zip | null
}

export const isBroken = (one: Package | BrokenPackage): one is BrokenPackage => 'error' in one

/** How many zips are held open at a time: every standard of a module, and a spare. */
const OPEN = 6

export function createLibrary(dist: string): Library {
  const seen = new Map<string, { readonly stamp: string; readonly found: Package | BrokenPackage }>()
  const opened = new Map<string, Zip>()

  const look = (file: string): Package | BrokenPackage => {
    const path = join(dist, file)
    const { mtimeMs, size } = statSync(path)
    const stamp = `${mtimeMs} ${size}`
    const known = seen.get(file)
    if (known?.stamp === stamp) return known.found
    const found = inspect(path, file)
    seen.set(file, { stamp, found })
    return found
  }
  const inspect = (path: string, file: string): Package | BrokenPackage => {
    const id = file.replace(/\.zip$/i, '')
    const data = readFileSync(path)
    try {
      const zip = openZip(data, file)
      const manifest = readPackage(zip, file)
      const sha256 = createHash('sha256').update(data).digest('hex')
      return { id, file, bytes: data.length, sha256, revision: sha256.slice(0, 16), manifest }
    } catch (error) {
      if (!(error instanceof PreviewError)) throw error
      return { id, file, bytes: data.length, error: error.message }
    }
  }
  const scan = (): readonly (Package | BrokenPackage)[] => {
    const files = listZips(dist)
    for (const file of seen.keys()) if (!files.includes(file)) seen.delete(file)
    return files.map(look)
  }
  const open = (revision: string): Zip | null => {
    const held = opened.get(revision)
    if (held !== undefined) return held
    const one = scan().find((found): found is Package => !isBroken(found) && found.revision === revision)
    if (one === undefined) return null
    const zip = openZip(readFileSync(join(dist, one.file)), one.file)
    opened.set(revision, zip)
    const oldest = opened.keys().next().value
    if (opened.size > OPEN && oldest !== undefined) opened.delete(oldest)
    return zip
  }
  const find = (id: string): Package => {
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

function readPackage(zip: Zip, file: string): Manifest {
  const xml = zip.read('imsmanifest.xml')
  if (xml === null) {
    const stray = [...zip.names].find((name) => /(^|\/)imsmanifest\.xml$/i.test(name))
    const found = stray === undefined ? 'found none' : `found it as "${stray}"`
    throw new PreviewError(
      `${file} has no imsmanifest.xml at its root (${found}). LMSs refuse such a zip. Zip the files, not their folder.`,
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
