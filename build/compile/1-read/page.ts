/** The file being read: its text, and where things stand in it. */
import type { Node } from 'unist'
import type { Diagnostics } from '../diagnostic'
import type { At } from '../tree'

export class Page {
  constructor(
    readonly file: string,
    /** Protected source: `{{values}}` as placeholders of the same length. */
    readonly source: string,
    readonly diagnostics: Diagnostics,
    /** Lines of the file above this text, for Markdown inside another file. */
    readonly above = 0,
  ) {}

  at(node: Node): At {
    return { file: this.file, line: (node.position?.start.line ?? 1) + this.above, column: node.position?.start.column ?? 1 }
  }
  /** The text of a node exactly as it was written. */
  slice(node: Node): string {
    return this.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  }
  /** Whether the last line of a fenced node is its closing fence. */
  closed(node: Node, fence: RegExp): boolean {
    const lines = this.slice(node).trimEnd().split('\n')
    return lines.length > 1 && fence.test(lines.at(-1) ?? '')
  }
}
