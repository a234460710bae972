/** The credential for the LRS, from where the file of the relay says. It goes into one header, and is said nowhere. */
import { readFile, stat } from 'node:fs/promises'
import { Failure } from '../commands/failure'
import type { CredentialSource } from './config'

/** The `Authorization` header. Throws a `Failure` that names the place, never what was found there. */
export async function readCredential(
  source: CredentialSource,
  env: Readonly<Record<string, string | undefined>>,
  warn: (text: string) => void,
): Promise<string> {
  if ('env' in source) {
    const [user, password] = source.env.map((name) => env[name] ?? '')
    const missing = source.env.filter((name) => !env[name])
    if (missing.length > 0)
      throw new Failure(
        `The environment has no ${missing.join(' and no ')}; expected the LRS's user and password there. Set them where the relay is started.`,
      )
    return basic(`${user}:${password}`)
  }
  const { file } = source
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(
      `The file of the credential, ${file}, cannot be read; expected one line "user:password". Write it, readable by the relay's user alone.`,
    )
  })
  if (!/^[^:\s]+:\S+\s*$/.test(text)) throw new Failure(`${file} does not hold one line "user:password". Correct it, without quotes.`)
  const { mode } = await stat(file)
  if ((mode & 0o007) !== 0 && process.platform !== 'win32') warn(`${file} can be read by everybody on this machine: chmod 600 ${file}`)
  return basic(text.trim())
}

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`
