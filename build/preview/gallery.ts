/** The gallery of stage kinds: each a small module in docs/stages/gallery, compiled when it is asked for and again when its text has changed. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Course, Module } from '../../src/model/course'
import { readFolder, type Files } from '../files'
import { PreviewError } from './types'

export interface Gallery {
  /** In the order of their numbers. Throws a `PreviewError` with the compiler's words where the texts have errors. */
  modules(): Promise<readonly Module[]>
  /** A file of one module's page; null where there is none. */
  read(id: string, path: string): Promise<Uint8Array | null>
}

export function createGallery(root: string): Gallery {
  const folder = join(root, 'docs/stages/gallery')
  let made: { readonly key: string; readonly course: Course; readonly pages: Map<string, Promise<Files>> } | undefined
  const course = async (): Promise<NonNullable<typeof made>> => {
    const sources = await readFolder(folder)
    const hash = createHash('sha256')
    for (const [name, bytes] of sources) hash.update(`${name} ${bytes.length}\n`).update(bytes)
    const key = hash.digest('hex')
    if (made?.key !== key) made = { key, course: await compiled(root), pages: new Map() }
    return made
  }
  return {
    modules: async () => (await course()).course.modules,
    async read(id, path) {
      const { course: all, pages } = await course()
      const module = all.modules.find((one) => one.id === id)
      if (!module) {
        const there = all.modules.map((one) => one.id).join(', ')
        throw new PreviewError(`No stage kind "${id}" in the gallery: expected ${there}.`, 404)
      }
      const { moduleFiles } = await import('../sheet/gallery')
      const page = pages.get(id) ?? moduleFiles(root, all, module, { player: 'null' })
      pages.set(id, page)
      return (await page).get(path === '' ? 'index.html' : path) ?? null
    },
  }
}

/** Loaded here: a preview whose gallery nobody opens needs no compiler. */
async function compiled(root: string): Promise<Course> {
  const [{ compileGallery }, { diagnosticReport }] = await Promise.all([
    import('../sheet/stage-gallery'),
    import('../compile/diagnostic-text'),
  ])
  const { course, diagnostics } = await compileGallery(root)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (course && errors.length === 0) return course
  throw new PreviewError(`The gallery does not compile. ${diagnosticReport(errors)}`, 500)
}
