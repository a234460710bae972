import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal'

/** The body as text. What says beforehand that it is too long is not read at all. */
export async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const tooLong = (): Refusal =>
    new Refusal(413, 'body', `The body is longer than ${most} bytes. Send smaller batches.`, { Connection: 'close' })
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLong()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw tooLong()
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
