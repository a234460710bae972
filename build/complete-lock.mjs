/**
 * `npm run lock`, after every `npm install`: gives package-lock.json the entries of other systems' binaries that npm left out.
 *
 * A registry or mirror that lacks, say, a macOS binary makes npm drop it from the lock without a word, and `npm ci` then refuses the lock
 * on every system ("Missing: @rollup/rollup-darwin-arm64@ from lock file"). Their versions are pinned by the package that wants them and
 * their names say what they are for, so nothing has to be asked. test/rules/lockfile.test.ts fails where one is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const processors = ['arm64', 'x64', 'arm', 'ppc64', 's390x', 'loong64', 'riscv64', 'ia32', 'mips64el', 'wasm32']

/** Every optional dependency that no entry of the lock answers: `[name, version, wanted by]`. */
export function missingFrom(/** @type {Record<string, { optionalDependencies?: Record<string, string> }>} */ packages) {
  const answered = (/** @type {string} */ from, /** @type {string} */ name) => {
    for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
      if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true
      if (at === '') return false
    }
  }
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !answered(from, name))
      .map(([name, version]) => [name, version, from]),
  )
}

function entryOf(/** @type {string} */ name, /** @type {string} */ version) {
  const words = name.split(/[/-]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (!/^\d+\.\d+\.\d+$/.test(version) || cpu === undefined || (os === undefined && cpu !== 'wasm32')) {
    throw new Error(
      `Cannot tell what "${name}" ${version} is for. Expected a system and a processor in its name, and one version. Add its entry by hand.`,
    )
  }
  const libc = words.includes('musl') ? 'musl' : os === 'linux' && words.includes('gnu') ? 'glibc' : undefined
  return { version, cpu: [cpu], dev: true, ...(libc && { libc: [libc] }), optional: true, ...(os && { os: [os] }) }
}

if (process.argv[1]?.endsWith('complete-lock.mjs')) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const missing = missingFrom(lock.packages)
  for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = entryOf(name, version)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  if (missing.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${missing.length} entries added to package-lock.json.`)
}
