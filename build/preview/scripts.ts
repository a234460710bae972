/** The pages' own TypeScript, served module by module: what the browser runs is what lies here, with the types taken off. */
import { transform } from '@swc/core'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PreviewError } from './types'

export interface Scripts {
  /** `path` as an import names it, without extension: `page/launch`. */
  read(path: string): Promise<string>
}

/** The server's own modules are no business of a browser. */
const served = /^(types|frames|faults|(page|host)(\/[a-z0-9-]+)+)$/

export function createScripts(root: string): Scripts {
  const kept = new Map<string, { readonly stamp: number; readonly code: string }>()
  const read = async (path: string): Promise<string> => {
    const file = join(root, 'build/preview', `${path}.ts`)
    if (!served.test(path)) throw new PreviewError(`No script "${path}". Expected one of build/preview/page or build/preview/host.`, 404)
    const stamp = await stat(file).then(
      (found) => found.mtimeMs,
      () => {
        throw new PreviewError(`No script "${path}": there is no ${file}. Correct the import.`, 404)
      },
    )
    const known = kept.get(path)
    if (known?.stamp === stamp) return known.code
    const { code } = await transform(await readFile(file, 'utf8'), {
      filename: file,
      swcrc: false,
      configFile: false,
      sourceMaps: 'inline',
      jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: { verbatimModuleSyntax: true } },
      module: { type: 'es6' },
    })
    kept.set(path, { stamp, code })
    return code
  }
  return { read }
}
