import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './packages'

const CONTEXT = join(root, 'test/support/snippet-context.d.ts')
/** As strict as a page of JavaScript can be: its parameters have no types, and an index may be trusted. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noImplicitAny: false,
  skipLibCheck: true,
  noEmit: true,
}

/**
 * What TypeScript says of each text against the DOM library, by name: `line 2: Property 'addTrak' does not exist …`. A text is a module of
 * its own, in which `await` may stand anywhere.
 */
export function typeCheck(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const paths = new Map([...texts.keys()].map((name, index) => [join(root, `snippet-${index}.ts`), name]))
  const host = ts.createCompilerHost(options)
  const textOf = (path: string): string | undefined => {
    const name = paths.get(path)
    return name === undefined ? undefined : `${texts.get(name) ?? ''}\nexport {}\n`
  }
  const program = ts.createProgram([CONTEXT, ...paths.keys()], options, {
    ...host,
    fileExists: (path) => paths.has(path) || host.fileExists(path),
    readFile: (path) => textOf(path) ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = textOf(path) ?? (path === CONTEXT ? readFileSync(path, 'utf8') : undefined)
      return text === undefined ? host.getSourceFile(path, version) : ts.createSourceFile(path, text, version)
    },
  })
  return new Map(
    [...paths].map(([path, name]) => {
      const file = program.getSourceFile(path)
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      return [
        name,
        found.map(({ start, messageText }) => `line ${lineOf(file, start)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
      ]
    }),
  )
}

const lineOf = (file: ts.SourceFile | undefined, start: number | undefined): number =>
  file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
