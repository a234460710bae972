/** The player's bundles, one per standard, through Rollup, kept in `.cache/player/<standard>` until a source, the config or the lockfile changes. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RollupBuild, RollupCache, RollupLog, RollupOptions } from 'rollup'
import { type Files, readFolder } from './files'
import { notices, packageOf } from './pack/notices'

export interface Players {
  readonly files: ReadonlyMap<string, Files>
  /** What Rollup had to say; empty when all of it came from the cache. */
  readonly warnings: readonly string[]
  readonly cached: boolean
}

/** Holds the key of the sources and the hash of the bundle, so that a bundle that somebody else wrote is not taken for ours. */
const STAMP = '.stamp'
/** How many are made small at once. */
const AT_ONCE = 3

/** `names` are standards such as `scorm12`: each has an entry in rollup.config.mjs that writes to `.cache/player/<name>/`. */
export async function buildPlayers(root: string, names: readonly string[]): Promise<Players> {
  const key = await sourceKey(root)
  const files = new Map<string, Files>()
  for (const name of names) {
    const cached = await readCached(join(root, '.cache', 'player', name), key)
    if (cached !== null) files.set(name, cached)
  }
  const missing = names.filter((name) => !files.has(name))
  if (missing.length === 0) return { files, warnings: [], cached: true }

  const warnings: string[] = []
  const configs = await loadConfigs(root, missing)
  // Most sources are the same in all of them, and are read once. While one is made small, on another core, the next is put together.
  let read: RollupCache | undefined
  const written: Promise<void>[] = []
  for (const [name, options] of configs) {
    const gathered = await gather(options, read, warnings)
    read = gathered.cache ?? read
    const done = write(root, options, gathered).then((built) => {
      files.set(name, built)
      return writeCached(join(root, '.cache', 'player', name), key, built)
    })
    // It is waited for below; until then its error is nobody's.
    done.catch(() => undefined)
    written.push(done)
    if (written.length >= AT_ONCE) await written[written.length - AT_ONCE]
  }
  await Promise.all(written)
  return { files, warnings, cached: false }
}

async function sourceKey(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of ['rollup.config.mjs', 'package-lock.json', 'tsconfig.json'])
    hash.update(`${name}\n`).update(await readFile(join(root, name)))
  for (const [name, bytes] of await readFolder(join(root, 'src'))) hash.update(`${name} ${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}

async function loadConfigs(root: string, names: readonly string[]): Promise<readonly (readonly [string, RollupOptions])[]> {
  const config = (await import(pathToFileURL(join(root, 'rollup.config.mjs')).href)) as { default: readonly RollupOptions[] }
  const known = config.default.map((config) => [nameOf(config), config] as const)
  return names.map((name) => {
    const found = known.find(([standard]) => standard === name)
    if (found === undefined) {
      const have = known.map(([standard]) => standard).join(', ') || 'none'
      throw new Error(`rollup.config.mjs builds no player "${name}" (it builds ${have}). Add an entry for src/start/${name}.ts to it.`)
    }
    return found
  })
}

/** The folder a config writes to is named after its standard. */
function nameOf(config: RollupOptions): string {
  const output = [config.output ?? []].flat()[0]
  return basename(output?.dir ?? dirname(output?.file ?? ''))
}

async function gather(options: RollupOptions, cache: RollupCache | undefined, warnings: string[]): Promise<RollupBuild> {
  const { rollup } = await import('rollup')
  const keep = (warning: string | RollupLog | (() => string | RollupLog)): void => {
    const said = typeof warning === 'function' ? warning() : warning
    warnings.push(typeof said === 'string' ? said : said.message)
  }
  // The config may know a warning to be harmless.
  const { onwarn } = options
  return rollup({ ...options, cache: cache ?? true, onwarn: (warning) => (onwarn ? onwarn(warning, keep) : keep(warning)) })
}

/** Everything Rollup makes, and `licenses.txt` for what it took from others. */
async function write(root: string, options: RollupOptions, build: RollupBuild): Promise<Files> {
  try {
    const files = new Map<string, Uint8Array>()
    const packages = new Set<string>()
    for (const output of [options.output ?? []].flat()) {
      for (const part of (await build.generate(output)).output) {
        const content = part.type === 'chunk' ? part.code : part.source
        files.set(part.fileName, typeof content === 'string' ? new TextEncoder().encode(content) : content)
        for (const id of part.type === 'chunk' ? part.moduleIds : []) packages.add(packageOf(id) ?? '')
      }
    }
    packages.delete('')
    files.set('licenses.txt', new TextEncoder().encode(await notices(root, [...packages])))
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
  } finally {
    await build.close()
  }
}

async function readCached(folder: string, key: string): Promise<Files | null> {
  try {
    const files = await readFolder(folder)
    return (await readFile(join(folder, STAMP), 'utf8')) === stamp(key, files) ? files : null
  } catch {
    return null // Not there, or another build is replacing it: build again.
  }
}

/** Whole or not at all: other builds and tests may read it at the same moment. */
async function writeCached(folder: string, key: string, files: Files): Promise<void> {
  const fresh = `${folder}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  for (const [name, bytes] of files) await writeFile(join(fresh, name), bytes)
  await writeFile(join(fresh, STAMP), stamp(key, files))
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true })) // Another build was quicker.
}

function stamp(key: string, files: Files): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes)
  return `${key}\n${hash.digest('hex')}\n`
}
