/** YAML (and JSON, which is YAML) with the place of every key in the file it stands in. */
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { Diagnostics } from '../diagnostic'
import type { At } from '../tree'
import { yamlBroken } from './messages'
import { reveal } from './placeholders'

export interface YamlText {
  readonly data: unknown
  /** Where the key or item at this path stands; the nearest thing above it that exists. */
  at(path: readonly PropertyKey[]): At
}

/** `above`: lines of the file before this text, for a block inside Markdown. */
export function readYaml(file: string, text: string, above: number, diagnostics: Diagnostics): YamlText | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent', uniqueKeys: true })
  const place = (offset: number): At => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { file, line: Math.max(line, 1) + above, column: Math.max(col, 1) }
  }
  for (const problem of document.errors) diagnostics.add(yamlBroken(place(problem.pos[0]), reveal(problem.message)))
  if (document.errors.length > 0) return null
  try {
    return { data: document.toJS({ maxAliasCount: 20 }) as unknown, at: (path) => place(offsetOf(document.contents, path)) }
  } catch (problem) {
    // An alias without anchor, or one that multiplies: the library finds it only when it makes values.
    diagnostics.add(yamlBroken(place(0), problem instanceof Error ? reveal(problem.message) : 'an alias'))
    return null
  }
}

function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of path) {
    const found: unknown = isMap(node)
      ? node.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key))
      : isSeq(node)
        ? node.items[Number(key)]
        : undefined
    if (found === undefined) break
    const placed: unknown = isPair(found) ? found.key : found
    offset = (isNode(placed) ? placed.range?.[0] : undefined) ?? offset
    node = isPair(found) ? found.value : found
  }
  return offset
}
