import { join } from 'node:path'
import { read, type Sources } from '../../build/compile/1-read/read'
import { fill } from '../../build/compile/1-read/placeholders'
import type { RootContent } from 'mdast'
import { Diagnostics } from '../../build/compile/diagnostic'
import { link } from '../../build/compile/2-link/link'
import { readFolder } from '../../build/files'
import { sourceOf } from '../../build/stage/code/content'
import { directors } from '../../build/stage/registry'
import { root } from './packages'

export interface Snippet {
  /** `03-api-preview/attach-media/js.full`, or `…/more 1` for a fence of `:::more`. */
  readonly name: string
  readonly text: string
  /** The year of code that is history; null for today’s. */
  readonly dated: string | null
}

const LANGS = ['js', 'ts', 'javascript', 'typescript']

/** Every JavaScript and TypeScript of the course: each version of each code stage, and the fences of `:::more`. */
export async function theSnippets(): Promise<readonly Snippet[]> {
  const diagnostics = new Diagnostics()
  const sources = read(await readFolder(join(root, 'modules')), diagnostics)
  if (!sources) throw new Error('The course can’t be read: run "wsqd check".')
  return sources.modules.flatMap((module) => {
    const { screens } = link(module, sources.modules, sources.call, directors, diagnostics)
    return screens.flatMap((screen, index) => {
      const place = `${module.folder}/${screen.id}`
      const own = screen.stages
        .filter(({ kind }) => kind === 'code')
        .flatMap((stage) => {
          const { lang, versions } = sourceOf(stage)
          if (!LANGS.includes(lang)) return []
          return versions.map(({ id, lines, dated }) => ({
            name: `${place}/${stage.name}${id && `.${id}`}`,
            text: lines.map(({ text }) => text).join('\n'),
            dated,
          }))
        })
      return [...own, ...fences(place, module.screenplay.screens[index]?.more ?? [], sources)]
    })
  })
}

/** A fence of history says its year behind its language: three backticks, `js 2013`. */
function fences(place: string, more: readonly RootContent[], { call }: Sources): readonly Snippet[] {
  return more
    .filter((node) => node.type === 'code')
    .filter(({ lang }) => LANGS.includes(lang ?? ''))
    .map(({ value, meta }, index) => ({
      name: `${place}/more ${index + 1}`,
      text: fill(value, call.values),
      dated: /^\d{4}$/.test(meta ?? '') ? (meta ?? null) : null,
    }))
}
