/** What a translation was made from: a hash of the source text of each screen and question, kept in `translated.<lang>.json`. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ModuleText } from '../1-read/read'
import { readYaml } from '../1-read/read-yaml'
import { readShape, shape } from '../1-read/shape'
import type { Diagnostics } from '../diagnostic'

/** By id, eight hexadecimal digits. */
export interface Hashes {
  readonly screens: Readonly<Record<string, string>>
  readonly questions: Readonly<Record<string, string>>
}
const hashes = z.record(z.string(), z.string().regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits'))
const file = shape({ screens: hashes, questions: hashes })

export const noHashes: Hashes = { screens: {}, questions: {} }
export const hashesFile = (folder: string, lang: string): string => `${folder}/translated.${lang}.json`

export function readHashes(name: string, source: string, diagnostics: Diagnostics): Hashes | null {
  const yaml = readYaml(name, source, 0, diagnostics)
  return yaml && readShape(file, yaml, diagnostics)
}

/** Of the source as it stands. How lines are broken does not matter, and neither does what stands before the first screen. */
export function hashesOf(module: ModuleText): Hashes {
  const { file: name, screens } = module.screenplay
  const lines = (module.sources.get(name) ?? '').split('\n')
  const texts = screens.map(
    ({ id, at }, i) => [id, lines.slice(at.line - 1, (screens[i + 1]?.at.line ?? lines.length + 1) - 1).join('\n')] as const,
  )
  const { questions = [], checks = [] } = module.quiz ?? {}
  return {
    screens: Object.fromEntries(texts.map(([id, text]) => [id, hash(text)])),
    questions: Object.fromEntries([...questions, ...checks].map(({ question }) => [question.id, hash(JSON.stringify(question))])),
  }
}

const hash = (text: string): string => createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8)
