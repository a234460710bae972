/** Files of packages, straight from their zips, as Moodle serves them: a revision in the address, kept by the browser for ever. */
import { mimeType, isText } from './mime'
import { send, sendText, type Request, type Response } from './reply'
import { PreviewError } from './types'
import type { Zip } from './zip'

/** moodle: mod/scorm/lib.php, `scorm_pluginfile`. */
const KEEP = 'private, max-age=7776000, no-transform, immutable'

export function serveContent(
  request: Request,
  response: Response,
  open: (revision: string) => Zip | null,
  revision: string,
  path: string,
  flat = false,
): void {
  const asked = decodePath(path)
  const zip = open(revision)
  if (zip === null) {
    throw new PreviewError(
      `No package has the revision "${revision}": it was built anew meanwhile. Launch it again from the catalogue.`,
      410,
    )
  }
  const name = flat ? firstCalled(zip.names, asked) : asked
  const bytes = zip.read(name)
  if (bytes === null) return sendText(request, response, 404, `No "${name}" in this package (revision ${revision}).`)
  const type = mimeType(name)
  const headers = { 'Cache-Control': KEEP, ETag: `"${revision}"` }
  if (request.headers['if-none-match'] === headers.ETag) {
    response.writeHead(304, headers).end()
    return
  }
  if (isText(type)) return send(request, response, 200, type, bytes, headers)
  const range = readRange(request.headers.range, bytes.length)
  if (range === null) return send(request, response, 200, type, bytes, { ...headers, 'Accept-Ranges': 'bytes' })
  const [from, to] = range
  const part = { ...headers, 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${from}-${to}/${bytes.length}` }
  send(request, response, 206, type, bytes.subarray(from, to + 1), part)
}

/**
 * Open edX looks for the last part of the address, wherever in the package: openedx-scorm-xblock ccef54c, scormxblock.py, `assets_proxy` and
 * `get_file_path`, files of a folder before those of the folders in it. Of two with one name only the first is ever served.
 */
function firstCalled(names: Iterable<string>, path: string): string {
  const last = path.split('/').at(-1) ?? path
  const found = [...names].filter((name) => name.split('/').at(-1) === last)
  return found.sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? last
}

/** Sound and video are sought in by ranges. One range; anything else gets the whole file, as HTTP allows. */
function readRange(header: string | undefined, size: number): readonly [number, number] | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return null
  const from = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const to = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))
  return from <= to && from < size ? [from, to] : null
}

/** A name in the zip. Whatever could leave it is refused, although a lookup by name would not find it either. */
function decodePath(path: string): string {
  const refuse = (why: string): never => {
    throw new PreviewError(`The path "${path.slice(0, 200)}" ${why}. Expected the name of a file in the package.`, 400)
  }
  let name: string
  try {
    name = decodeURIComponent(path)
  } catch {
    return refuse('is not encoded as a URI is')
  }
  if (name.includes('\\') || name.includes('\0')) return refuse('has a backslash or a NUL')
  if (name.startsWith('/') || name.split('/').some((part) => part === '..' || part === '.')) return refuse('leaves the package')
  return name
}
