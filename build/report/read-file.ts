/** A file of statements as a stream of text; `.gz` is unpacked on the way. */
import { createReadStream, existsSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Failure } from '../commands/failure'
import { elements, lines, type Piece } from '../../src/report/read/pieces'

export function statementsIn(file: string): AsyncIterable<Piece> {
  const name = file.replace(/\.gz$/, '')
  if (!existsSync(file)) throw new Failure(`There is no file ${file}. Expected .ndjson, .jsonl or .json, or one of them as .gz.`)
  const bytes = createReadStream(file)
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  text.setEncoding('utf8')
  if (/\.(ndjson|jsonl)$/.test(name)) return lines(text as AsyncIterable<string>)
  if (name.endsWith('.json')) return elements(text as AsyncIterable<string>)
  throw new Failure(`${file}: expected .ndjson or .jsonl (a statement a line), or .json (a list, or an object with "statements").`)
}
