/** Firefox, by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks without any driver. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import type { Env } from '../../../build/debian'
import type { Found, OtherBrowser } from './browser'
import { learnerFrame, PAINTED, pressed } from './frame'
import { findProgram, orInstall } from './program'

const ELSEWHERE = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe']
/** Nothing of its own goes out while a test runs. */
const PREFERENCES = { 'datareporting.policy.dataSubmissionEnabled': false, 'browser.shell.checkDefaultBrowser': false }

export function findFirefox(env: Env): Found {
  const find = (): string | null => findProgram(env, 'FIREFOX_PATH', ['firefox-esr', 'firefox'], ELSEWHERE)
  const program = orInstall(env, find, ['firefox-esr'], 'No Firefox found: install one, or set FIREFOX_PATH to its program file.')
  return 'missing' in program ? program : { start: () => start(program.path) }
}

interface Context {
  readonly context: string
  readonly url: string
  readonly children: readonly Context[] | null
}

async function start(path: string): Promise<OtherBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'wsqd-firefox-'))
  const prefs = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${String(value)});`)
  writeFileSync(join(home, 'user.js'), prefs.join('\n'))
  const args = ['--headless', '--no-remote', '--profile', home, '--window-size=1700,1000', '--remote-debugging-port=0', 'about:blank']
  // A home of its own: Firefox refuses root in the home of another.
  const firefox = spawn(path, args, { env: { ...process.env, HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>((resolve) => firefox.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    firefox.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    firefox.once('error', reject)
    firefox.once('exit', () => reject(new Error(`Firefox ended before it listened:\n${said.slice(-1000)}`)))
  })
  const errors: string[] = []
  const bidi = await connect(`${address}/session`, (method, { level, text }) => {
    if (method === 'log.entryAdded' && level === 'error') errors.push(String(text))
  })
  const { capabilities } = (await bidi.send('session.new', { capabilities: {} })) as { capabilities: { browserVersion: string } }
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] })
  // The first window has focus in its address bar, and gives none to its page.
  const { context: top } = (await bidi.send('browsingContext.create', { type: 'window' })) as { readonly context: string }
  const tree = async (): Promise<Context | undefined> =>
    ((await bidi.send('browsingContext.getTree', { root: top })) as { contexts: readonly Context[] }).contexts[0]
  const frameOf = (context: string) =>
    learnerFrame(async (expression) => {
      const answer = (await bidi.send('script.evaluate', { expression, target: { context }, awaitPromise: false })) as {
        readonly result?: { readonly value?: string }
        readonly exceptionDetails?: { readonly text: string }
      }
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
      return answer.result?.value ?? null
    })
  const page = frameOf(top)
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    errors,
    page: {
      async goto(url) {
        await bidi.send('browsingContext.navigate', { context: top, url, wait: 'complete' })
      },
      waitForSelector: page.waitForSelector,
      $: () =>
        Promise.resolve({
          async contentFrame() {
            const child = (await tree())?.children?.[0]
            return child ? frameOf(child.context) : null
          },
        }),
      keyboard: {
        async press(key) {
          await bidi.send('input.performActions', { context: top, actions: pressed(key) })
          await bidi.send('script.evaluate', { expression: `new Promise(${PAINTED})`, target: { context: top }, awaitPromise: true })
        },
      },
    },
    async close() {
      await bidi.send('browser.close', {}).catch(() => firefox.kill())
      bidi.close()
      await gone
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Message {
  readonly id?: number
  readonly type: string
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
}

async function connect(address: string, heard: (method: string, params: Readonly<Record<string, unknown>>) => void) {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => socket.once('open', () => resolve()).once('error', reject))
  const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>()
  let last = 0
  socket.on('message', (data: Buffer) => {
    const { id, type, result, error, message, method, params } = JSON.parse(data.toString()) as Message
    if (method) return heard(method, params ?? {})
    const asked = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (type === 'success') asked?.resolve(result)
    else asked?.reject(new Error(`${error}: ${message}`))
  })
  socket.once('close', () => waiting.forEach(({ reject }) => reject(new Error('Firefox closed the connection.'))))
  return {
    send: (method: string, params: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
    close: () => socket.close(),
  }
}
