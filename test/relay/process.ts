/** A relay as it runs: `wsqd relay` in a process of its own, which can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { HOME, KEY, ORIGIN } from './setup'

export interface RelayProcess {
  readonly url: string
  readonly healthUrl: string
  readonly pid: number
  /** All it has said, on stdout and stderr. */
  said(): string
  /** Returns when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

export interface RelayFolder {
  readonly folder: string
  readonly ports: readonly [number, number]
}

/** Writes the file of the relay; the credential is nowhere in it. */
export const relayFolder = async (folder: string, lrsUrl: string): Promise<RelayFolder> => {
  const ports = [await freePort(), await freePort()] as const
  const config = {
    listen: `127.0.0.1:${ports[0]}`,
    health: `127.0.0.1:${ports[1]}`,
    lrs: { url: lrsUrl, credential: { env: ['TEST_LRS_USER', 'TEST_LRS_PASSWORD'] } },
    queue: { folder: join(folder, 'queue') },
    limits: { perAddress: 1000, perKey: 1000 },
    deployments: [{ name: 'moodle', key: KEY, origins: [ORIGIN], homePage: HOME }],
  }
  writeFileSync(join(folder, 'relay.yaml'), JSON.stringify(config, null, 2))
  return { folder, ports }
}

export const startProcess = async (root: string, { folder, ports }: RelayFolder, user: string, password: string): Promise<RelayProcess> => {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'bin/wsqd.mjs'), 'relay'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TEST_LRS_USER: user, TEST_LRS_PASSWORD: password },
  })
  let said = ''
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stderr?.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Relay: http')) resolve()
    })
    void gone.then(() => reject(new Error(`The relay ended before it listened:\n${said}`)))
  })
  return {
    url: `http://127.0.0.1:${ports[0]}`,
    healthUrl: `http://127.0.0.1:${ports[1]}`,
    pid: child.pid ?? 0,
    said: () => said,
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
