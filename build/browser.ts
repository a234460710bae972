/** A Chromium that is already on this machine, found and started for tests, contact sheets and the preview. Nothing is downloaded by us. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser, LaunchOptions } from 'playwright-core'
import { aptInstall, isDebianRoot, type Env } from './debian'

export type { Env } from './debian'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** The first of CHROME_PATH, the usual names on PATH, and the usual places of macOS and Windows; null where there is none. */
export function findChromium(env: Env): string | null {
  const told = env['CHROME_PATH']
  if (told !== undefined && told !== '') return isProgram(told) ? told : null
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const named = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const home = env['HOME']
  const mac = home === undefined ? MAC : [...MAC, ...MAC.map((path) => join(home, path))]
  const drives = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name]).filter((folder) => folder !== undefined)
  const windows = drives.flatMap((folder) => WINDOWS.map((path) => `${folder}\\${path}`))
  return [...named, ...mac, ...windows].find(isProgram) ?? null
}

/** The same, but on Debian as root it installs the distribution's package first; elsewhere it says what to do. `say` gets one line of progress. */
export function ensureChromium(env: Env, say: (line: string) => void = () => undefined): string {
  const found = findChromium(env)
  if (found !== null) return found
  const told = env['CHROME_PATH']
  if (told !== undefined && told !== '') {
    throw new Error(`CHROME_PATH is "${told}", and there is no program there. Correct it, or unset it to have the usual places searched.`)
  }
  const wish =
    'No Chromium found: expected CHROME_PATH, or chromium or google-chrome on PATH. ' +
    'Install one (Debian and Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask chromium"; Windows: Chrome or Edge), ' +
    'or set CHROME_PATH to its program file.'
  if (!isDebianRoot()) throw new Error(wish)
  say('No Chromium found: installing Debian’s with apt-get (a few minutes, once).')
  aptInstall(env, ['chromium'], wish)
  const installed = findChromium(env)
  if (installed === null) throw new Error(`apt-get installed chromium, but it is not on PATH (${env['PATH'] ?? 'unset'}). Set CHROME_PATH.`)
  return installed
}

/** Switches that keep the browser quiet: no first-run pages, no traffic of its own, and what a container needs. */
export function chromiumArgs(root = isRoot()): readonly string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return [...(root ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', ...quiet]
}

/** Starts Chromium without a window through playwright-core. `args` in the options are added to ours. */
export async function launchChromium(env: Env, options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = ensureChromium(env)
  const { chromium } = await import('playwright-core')
  return chromium.launch({ ...options, executablePath, args: [...chromiumArgs(), ...(options.args ?? [])] })
}

/** Linux refuses Chromium's sandbox to root; Windows has no getuid. */
function isRoot(): boolean {
  return process.getuid?.() === 0
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
