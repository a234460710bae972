import { createHash } from 'node:crypto'
import type { Files } from '../files'

/**
 * The name, with a piece of the content's hash as its query. An LMS that replaces a package in place may let the browser keep an old
 * player.js beside the new course in the page; the query makes it another resource, and the file's name stays.
 */
export function versioned(name: string, files: Files): string {
  const bytes = files.get(name)
  if (bytes === undefined) {
    throw new Error(
      `The player has no "${name}". Found ${[...files.keys()].join(', ') || 'no file'}. Let src/start and rollup.config.mjs emit it.`,
    )
  }
  return `${name}?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`
}
