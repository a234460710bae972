/** The picture of a hotspot question: a stage block and directions inside quiz.yaml, read as a screen of one beat. */
import type { Heading } from 'mdast'
import type { Diagnostics } from '../diagnostic'
import type { At } from '../tree'
import { parseMarkdown } from './markdown'
import { badPicture } from './messages'
import { Page } from './page'
import { readScreen } from './read-screen'
import type { ScreenText } from './screenplay'

const HEAD = '## picture\n::screen{#picture}\n\n'

/** `markdown` with its placeholders; `at` is where its key stands, and it begins on the line below. */
export function readPicture(file: string, markdown: string, at: At, diagnostics: Diagnostics): ScreenText | null {
  const source = `${HEAD}${markdown}\n\nPicture.\n`
  const page = new Page(file, source, diagnostics, at.line - HEAD.split('\n').length + 1)
  const [heading, ...nodes] = parseMarkdown(source).children
  const screen = readScreen(page, heading as Heading, nodes)
  if (screen?.stages.length && screen.beats.length === 1) return screen
  diagnostics.add(badPicture(at, screen?.stages.length ? 'text in a picture' : 'a picture without a stage'))
  return null
}
