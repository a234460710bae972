import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Files } from '../files'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2', png: 'image/png', svg: 'image/svg+xml', json: 'application/json',
} // prettier-ignore

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Serves files from memory on loopback, for a browser that renders or checks them. */
export async function serveFiles(files: Files): Promise<Site> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1) || 'index.html'
    const bytes = files.get(path)
    if (!bytes) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }).end(bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((done) => server.close(() => done())) }
}
