/** What lets us into the LRS: from the environment, or asked for; never from an argument, never into a file or a log. */
import { Failure } from '../commands/failure'
import type { Host } from '../commands/host'

export async function credentials(host: Host): Promise<string> {
  const { WSQD_LRS_AUTH: whole, WSQD_LRS_KEY: key, WSQD_LRS_SECRET: secret } = host.env
  if (whole) return whole
  if (key && secret) return basic(key, secret)
  if (!host.askSecret) {
    throw new Failure(
      'There are no credentials for the LRS. Set WSQD_LRS_KEY and WSQD_LRS_SECRET (or WSQD_LRS_AUTH, a whole Authorization header), or run this in a terminal, where they are asked for.',
    )
  }
  const user = key ?? (await host.askSecret('Key (user) of the LRS, not shown: '))
  return basic(user, await host.askSecret('Secret (password), not shown: '))
}

const basic = (key: string, secret: string): string => `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`

/** The address with its slash, and without what does not belong into one. */
export function endpointOf(text: string): string {
  if (!URL.canParse(text)) throw new Failure(`--lrs ${text}: expected an address, such as https://lrs.example/xapi/.`)
  const url = new URL(text)
  if (url.username || url.password) {
    throw new Failure(
      '--lrs holds a password, which now stands in the history of your shell. Expected the address alone; set WSQD_LRS_KEY and WSQD_LRS_SECRET.',
    )
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) {
    throw new Failure(`--lrs ${url.origin}: expected https, so that nobody reads credentials on the way.`)
  }
  return `${url.origin}${url.pathname.replace(/\/?(statements\/?)?$/, '/')}`
}
