/** Everything an LMS has been seen to stumble over, checked on the finished bytes (reference: lms-hosts.md §6.2 and §6.6 (19)). */
import { lintArchive } from './lint/archive'
import { lintContent } from './lint/content'
import { type Entry, readEntries } from './lint/entries'
import type { Finding } from './lint/finding'
import { lintManifest } from './lint/manifest'

/** Empty when the package is clean. Never throws: what cannot be read is a finding too. */
export function lintZip(bytes: Uint8Array): readonly Finding[] {
  let entries: readonly Entry[]
  try {
    entries = readEntries(bytes)
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return [{ rule: 'zip-readable', file: '', found, expected: 'a zip', cure: 'Build it again.' }]
  }
  const names = entries.map((entry) => entry.name)
  const texts = new Map<string, string>()
  const broken: Finding[] = []
  for (const entry of entries.filter(({ name }) => /\.(xml|html|css|js)$/.test(name))) {
    try {
      texts.set(entry.name, new TextDecoder('utf-8', { fatal: true }).decode(entry.read()))
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error)
      broken.push({ rule: 'zip-readable', file: entry.name, found, expected: 'deflated UTF-8 text', cure: 'Build it again.' })
    }
  }
  const manifest = texts.get('imsmanifest.xml')
  return [
    ...lintArchive(entries, bytes.length),
    ...broken,
    ...(manifest === undefined ? [] : lintManifest(manifest, names)),
    ...lintContent(texts, names),
  ]
}
