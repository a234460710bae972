/** `wsqd preview`: an LMS on this machine, to play the packages in and see what they say. */
import { spawn } from 'node:child_process'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Env } from '../browser'
import type { Preview } from '../preview/server'
import { createMemory, type Memory } from '../memory'
import { Failure } from './failure'
import type { Host } from './host'
import { untilStopped } from './until-stopped'
import type { Watching } from './watch'

export interface PreviewCommandOptions {
  readonly build?: boolean
  /** Build first, and again whenever a text changes. */
  readonly watch?: boolean
  readonly port: number
  readonly open?: boolean
  /** Relative to the host's cwd; `dist` in the project where absent. */
  readonly dist?: string
}

const PORT = 8765

export function register(program: Command, host: Host): void {
  program
    .command('preview')
    .description('play the packages in an LMS on this machine, with every call shown')
    .option('-b, --build', 'build all packages first')
    .option('-w, --watch', 'build all packages first, and again whenever a file in modules/ or src/ is saved')
    .option('-p, --port <number>', 'the port to begin with; the next free one is taken, 0 is any', readPort, PORT)
    .option('--open', 'open the catalogue in the browser (without it: only on a desktop, from a terminal)')
    .option('--no-open', 'open nothing')
    .option('-d, --dist <folder>', 'where the zips lie (default: dist in the project)')
    .addHelpText(
      'after',
      `
Examples:
  wsqd preview --watch            build, play, and follow your edits (this is "npm start")
  wsqd preview --build            build once, then play
  wsqd preview --dist /tmp/zips   play other packages, from any tool
  wsqd preview --port 0 --no-open any free port, for scripts: the address is printed on stdout

It answers on 127.0.0.1 only. Attempts are kept in .cache/preview/attempts; Ctrl-C stops it.
docs/preview.md says what the pages show, and the addresses a test can read.`,
    )
    .action((options: PreviewCommandOptions) => preview(host, options))
}

/** Runs until Ctrl-C. Throws a `Failure` where it cannot start. */
export async function preview(host: Host, options: PreviewCommandOptions): Promise<void> {
  const dist = options.dist === undefined ? join(host.root, 'dist') : resolve(host.cwd, options.dist)
  const memory = createMemory()
  if (options.build === true || options.watch === true) {
    const { build } = await import('./build')
    await build(host, { out: dist }, memory)
  }
  const server = await start(host, dist, options.port)
  const watching = options.watch === true ? await follow(host, dist, memory) : null
  const stopped = untilStopped()
  host.stdout(`Preview LMS: ${server.url}\n`)
  host.stderr(
    `Plays the zips in ${shown(host.cwd, dist)}. ${watching ? 'Edits are built as you save them: reload the page. ' : ''}Ctrl-C stops it.\n`,
  )
  if (options.open ?? (host.isTTY && hasDesktop(host.env))) openBrowser(server.url)
  await stopped
  await watching?.close()
  await server.close()
  host.stderr('\nStopped.\n')
}

/** A text with an error changes nothing: the packages before it stay, and the terminal says what is wrong. */
async function follow(host: Host, dist: string, memory: Memory): Promise<Watching> {
  const [{ watchFolders }, { build }] = await Promise.all([import('./watch'), import('./build')])
  return watchFolders(host.root, ['modules', 'src'], async (changed) => {
    host.stderr(`\n${changed.join(', ')}\n`)
    try {
      await build({ ...host, stdout: () => undefined }, { out: dist }, memory)
    } catch (error) {
      host.stderr(`${error instanceof Failure ? error.message : String(error)} The packages are as they were.\n`)
    }
  })
}

async function start(host: Host, dist: string, port: number): Promise<Preview> {
  const { startPreview } = await import('../preview/server')
  const { PreviewError } = await import('../preview/types')
  const attempts = join(host.root, '.cache/preview/attempts')
  const onError = (message: string): void => host.stderr(`${message}\n`)
  try {
    return await startPreview({ root: host.root, dist, attempts, port, now: () => host.now(), onError })
  } catch (error) {
    throw error instanceof PreviewError ? new Failure(error.message) : error
  }
}

/** As a person would write it: below the folder one stands in without it, elsewhere in full. */
function shown(cwd: string, path: string): string {
  const inside = relative(cwd, path)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside
}

/** On a Linux without one, xdg-open would start a text browser in this very terminal. */
function hasDesktop(env: Env): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return env['SSH_CONNECTION'] === undefined
  return env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined
}

/** The address is printed anyway, so a browser that does not come is no failure. */
function openBrowser(url: string): void {
  const [program, args]: readonly [string, readonly string[]] =
    process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['cmd', ['/c', 'start', '', url]] : ['xdg-open', [url]]
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new InvalidArgumentError('Expected a number from 0 to 65535.')
}
