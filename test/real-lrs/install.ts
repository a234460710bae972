/** Puts the LRS of the tests where its lock says: once, into `.cache`, and kept until the lock changes. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const FILES = ['package.json', 'package-lock.json']

/** `root` is the folder of the project; returns the folder that holds `node_modules`. */
export const installRealLrs = async (root: string, say: (line: string) => void): Promise<string> => {
  const hash = createHash('sha256')
  for (const name of FILES) hash.update(readFileSync(join(root, 'test/real-lrs', name)))
  const folder = join(root, '.cache/real-lrs', hash.digest('hex').slice(0, 12))
  if (existsSync(folder)) return folder

  // Two test files may come here at once: each installs for itself, and the first to end is taken.
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  for (const name of FILES) cpSync(join(root, 'test/real-lrs', name), join(fresh, name))
  say('Installing the LRS of the tests with npm (190 MB into .cache/real-lrs, once; about half a minute) …')
  const start = Date.now()
  const seconds = (): string => `${Math.round((Date.now() - start) / 1000)} s`
  const ticks = setInterval(() => say(`… ${seconds()}`), 10_000)
  try {
    const failed = await npmCi(fresh)
    if (failed !== null) throw new Error(failed)
    if (!existsSync(folder)) renameSync(fresh, folder)
  } finally {
    clearInterval(ticks)
    rmSync(fresh, { recursive: true, force: true })
  }
  say(`The LRS is installed (${seconds()}).`)
  return folder
}

/** Null, or why not. */
const npmCi = (folder: string): Promise<string | null> =>
  new Promise((resolve) => {
    const cure =
      'The tests with a real LRS need @learninglocker/xapi-statements and what it depends on from a registry of npm. ' +
      'Say "npm config get registry", and "npm config set registry <address>" where yours is another; on a machine without one, ' +
      'copy .cache/real-lrs from a machine that has it.'
    // On Windows npm is a script for its shell.
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    npm.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
    npm.once('error', (error) => resolve(`npm could not be started: ${error.message}. ${cure}`))
    npm.once('close', (code) => resolve(code === 0 ? null : `npm ci ended with ${code} in ${folder}. ${cure}\n${said.slice(-1500)}`))
  })
