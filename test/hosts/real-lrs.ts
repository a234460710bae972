/** A real LRS, in a process of its own: Learning Locker's statements service, in memory (docs/decisions/0060-a-real-lrs-for-tests.md). */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { installRealLrs } from '../real-lrs/install'

export interface RealLrs {
  /** The endpoint: `statements` lies below it. There is no state, and there are no profiles. */
  readonly url: string
  /** The only one it takes. */
  readonly authorization: string
  stop(): Promise<void>
}

/** `root` is the folder of the project. Installs what is missing, once; then it takes a second. */
export const startRealLrs = async (
  root: string,
  say = (line: string): void => void process.stderr.write(`${line}\n`),
): Promise<RealLrs> => {
  const folder = await installRealLrs(root, say)
  const authorization = `Basic ${Buffer.from(`tests:${randomBytes(12).toString('hex')}`).toString('base64')}`
  // Its dependencies warn of their age, and ask the environment for databases and proxies.
  const env = { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' }
  const child = spawn(process.execPath, [join(root, 'test/real-lrs/server.mjs'), folder, authorization], { cwd: folder, env })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve((JSON.parse(line.toString()) as { readonly port: number }).port))
    child.once('error', reject)
    void ended.then(() => reject(new Error(`The LRS of the tests ended before it listened. Delete ${folder}, and try again.\n${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}/xAPI/`,
    authorization,
    async stop() {
      child.stdin.end()
      await ended
      if (said) throw new Error(`Something broke inside the LRS:\n${said}`)
    },
  }
}
