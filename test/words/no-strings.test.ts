/** Every word the player shows is a message: the sources of its components hold none. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { root } from '../pack/fixture'

const folder = join(root, 'src/player')
/** Attributes that are read or shown; others are names for machines. */
const SHOWN = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'])
/** Two letters in a row are a word; the name of a key (`K`), a unit's symbol (`s`) and signs are not. */
const isWord = (text: string): boolean => /\p{L}{2}/u.test(text)

function literalsIn(source: ts.SourceFile): readonly string[] {
  const found: string[] = []
  const say = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    if (isWord(text)) found.push(`${relative(root, source.fileName)}:${line + 1} ${text.trim()}`)
  }
  /** What an expression may come to, if it is shown. */
  const shown = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) say(node, node.text)
    else if (ts.isTemplateExpression(node))
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)]) say(part, part.text)
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(shown)
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach(operand(node))
    else if (ts.isParenthesizedExpression(node)) shown(node.expression)
  }
  /** Of `a && b` only b is shown, of `a || b`, `a ?? b` and `a + b` both are; of a comparison neither. */
  const operand =
    (parent: ts.BinaryExpression) =>
    (side: ts.Expression): void => {
      const by = parent.operatorToken.kind
      const both = by === ts.SyntaxKind.BarBarToken || by === ts.SyntaxKind.QuestionQuestionToken || by === ts.SyntaxKind.PlusToken
      if (both || (by === ts.SyntaxKind.AmpersandAmpersandToken && side === parent.right)) shown(side)
    }
  const walk = (node: ts.Node): void => {
    if (ts.isJsxText(node)) say(node, node.text)
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) shown(node.expression)
    if (ts.isJsxAttribute(node) && SHOWN.has(node.name.getText(source)) && node.initializer) {
      shown(ts.isJsxExpression(node.initializer) && node.initializer.expression ? node.initializer.expression : node.initializer)
    }
    ts.forEachChild(node, walk)
  }
  walk(source)
  return found
}

const parse = (name: string, text: string) => ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX)

it.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>{on ? `now ${n}` : ""}</p>', 'now'],
  ['<p>{on && "Go on"}</p>', 'Go on'],
  ['<p>{t.start + " again"}</p>', 'again'],
  ['<b title="Close it" />', 'Close it'],
  ['<b aria-label={name ?? "Close it"} />', 'Close it'],
])('finds the words in %s', (text, word) =>
  expect(literalsIn(parse(join(root, 'x.tsx'), `const x = ${text}`))).toEqual([`x.tsx:1 ${word}`]),
)

it.each(['<p class="big">{t.start} K {n}%</p>', '<p>{kind === "order" && t.start}</p>', '<input type="text" aria-label={t.number} />'])(
  'finds none in %s',
  (text) => expect(literalsIn(parse(join(root, 'x.tsx'), `const x = ${text}`))).toEqual([]),
)

it('no component shows a word that is not a message', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(25)
  expect(files.flatMap((name) => literalsIn(parse(join(folder, name), readFileSync(join(folder, name), 'utf8'))))).toEqual([])
})

it('every message is used', () => {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const keys = Object.keys(JSON.parse(readFileSync(join(folder, 'messages/en.json'), 'utf8')) as object)
  // Put together of a word and `Long` or `About`; the page says two before the player does.
  const known = new Set([
    'noScript',
    'opening',
    'savedLong',
    'savingLong',
    'keptHereLong',
    'notSavedLong',
    'handoutAbout',
    'transcriptAbout',
  ])
  expect(keys.filter((key) => !known.has(key) && !new RegExp(`\\bt\\.${key}\\b|'${key}'|'${key}[ ']|[' ]${key}'`).test(texts))).toEqual([])
})
