/** A course in another language: a file `name.<lang>.ext` takes the place of `name.ext` beside it, whatever it is. */
import type { Files } from '../../files'
import type { Diagnostic } from '../diagnostic'

export interface Translated {
  /** The course as it is compiled. */
  readonly files: Files
  /** Whether the file that is called so has a translation. */
  has(name: string): boolean
  /** At the files that their authors can mend. An id without a slot is one that the source has not, which is said better (WSQD331). */
  placed(diagnostics: readonly Diagnostic[]): readonly Diagnostic[]
}

export function inLanguage(files: Files, lang: string | undefined): Translated {
  const taken = new Map<string, string>()
  for (const name of lang === undefined ? [] : files.keys()) {
    const translation = translationOf(name, lang ?? '')
    if (files.has(translation)) taken.set(name, translation)
  }
  return {
    files: new Map([...files].map(([name, bytes]) => [name, files.get(taken.get(name) ?? name) ?? bytes])),
    has: (name) => taken.has(name),
    placed: (diagnostics) =>
      diagnostics
        .filter(({ code, at }) => code !== 'WSQD211' || !taken.has(at.file))
        .map((one) => ({ ...one, at: { ...one.at, file: taken.get(one.at.file) ?? one.at.file } })),
  }
}

/** `04-media-flows/screenplay.md` → `04-media-flows/screenplay.de.md` */
export const translationOf = (name: string, lang: string): string => name.replace(/\.([a-z]+)$/, `.${lang}.$1`)
