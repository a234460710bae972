/** WebKitGTK, the engine of Safari as Debian has it, by W3C WebDriver. Its browser has no headless mode, so it gets a screen that nobody sees. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Env } from '../../../build/debian'
import type { Found, OtherBrowser } from './browser'
import { learnerFrame, PAINTED, pressed } from './frame'
import { findProgram, orInstall } from './program'

export function findWebKit(env: Env): Found {
  const find = (): string | null => {
    const driver = findProgram(env, 'WEBKIT_DRIVER_PATH', ['WebKitWebDriver'], [])
    return findProgram(env, 'XVFB_PATH', ['Xvfb'], []) ? driver : null
  }
  const wish = 'No WebKitGTK with a driver found: it is on Linux only, as WebKitWebDriver and Xvfb on PATH.'
  const program = orInstall(env, find, ['webkit2gtk-driver', 'xvfb'], wish)
  return 'missing' in program ? program : { start: () => start(program.path, findProgram(env, 'XVFB_PATH', ['Xvfb'], []) ?? '') }
}

async function start(path: string, xvfb: string): Promise<OtherBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'wsqd-webkit-'))
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1700x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = await firstLine(screen)
  const port = await freePort()
  const driver = spawn(path, [`--port=${port}`], { env: { ...process.env, HOME: home, DISPLAY: `:${display}` }, stdio: 'ignore' })

  const ask = async (method: string, route: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${route}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { readonly value: unknown }
    if (!answer.ok) throw new Error(`${route}: ${JSON.stringify(value)}`)
    return value
  }
  await listening(() => ask('GET', '/status'))
  const session = (await ask('POST', '/session', { capabilities: {} })) as { sessionId: string; capabilities: { browserVersion: string } }
  const send = (route: string, body: object): Promise<unknown> => ask('POST', `/session/${session.sessionId}${route}`, body)

  // WebDriver stands in one document at a time.
  let standing: object | null = null
  const frameOf = (element: object | null) =>
    learnerFrame(async (expression) => {
      if (standing !== element) {
        await send('/frame', { id: null })
        if (element) await send('/frame', { id: element })
        standing = element
      }
      return (await send('/execute/sync', { script: `return ${expression}`, args: [] })) as string | null
    })
  const page = frameOf(null)
  return {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    errors: [],
    page: {
      async goto(url) {
        standing = null
        await send('/frame', { id: null })
        await send('/url', { url })
      },
      waitForSelector: page.waitForSelector,
      async $(selector) {
        await page.waitForSelector(selector)
        const element = (await send('/element', { using: 'css selector', value: selector })) as object
        return { contentFrame: () => Promise.resolve(frameOf(element)) }
      },
      keyboard: {
        async press(key) {
          await send('/actions', { actions: pressed(key) })
          await send('/execute/async', { script: `(${PAINTED})(arguments[0])`, args: [] })
        },
      },
    },
    async close() {
      await ask('DELETE', `/session/${session.sessionId}`).catch(() => undefined)
      await ended(driver)
      await ended(screen)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Xvfb says on the pipe which display it took. */
const firstLine = (screen: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    screen.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    screen.once('error', reject)
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)))
  })

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

async function listening(look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await look()
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill()
  })
