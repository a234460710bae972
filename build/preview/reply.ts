/** Answers to requests, and what is read of them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { isText } from './mime'
import { PreviewError } from './types'

export type Request = IncomingMessage
export type Response = ServerResponse
type Headers = Readonly<Record<string, string>>

/** Sends bytes; text-like ones gzipped where the client takes it. Nothing is kept by the browser unless `headers` say so. */
export function send(
  request: Request,
  response: Response,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Headers = {},
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const zips = isText(type) && bytes.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const sent = zips ? gzipSync(bytes) : bytes
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': sent.length,
    'Cache-Control': 'no-store',
    ...(isText(type) ? { Vary: 'Accept-Encoding' } : {}),
    ...(zips ? { 'Content-Encoding': 'gzip' } : {}),
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

export function sendJson(request: Request, response: Response, value: unknown, status = 200): void {
  send(request, response, status, 'application/json; charset=utf-8', JSON.stringify(value, null, 1))
}

export function sendText(request: Request, response: Response, status: number, message: string): void {
  send(request, response, status, 'text/plain; charset=utf-8', `${message}\n`)
}

export function redirect(response: Response, to: string): void {
  response.writeHead(303, { Location: to, 'Content-Length': 0 }).end()
}

/** Far more than the largest commit; a guard against a loop in a package. */
const LARGEST = 8 * 1024 * 1024

export async function readBody(request: Request): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LARGEST) throw new PreviewError(`The request has more than ${LARGEST} bytes. Expected a commit of a few thousand.`, 413)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Beacons come as text, so the content type is not looked at. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readBody(request)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new PreviewError(`The request body is not JSON: found "${text.slice(0, 60)}". See docs/preview.md for what this address takes.`)
  }
}
