/** What a package is about: one module, or the programme. */
import type { Course, Module } from '../../src/model/course'
import type { ManifestContent } from '../../manifests/content'

export type Part = Module
/** What the manifest says of a package. */
export type About = Pick<ManifestContent, 'id' | 'title' | 'version' | 'launch'>

/** `wsqd-04-media-flows`: the stem of the file's name and of every identifier in the manifest. The same in every release. */
export function packageId(module: Part): string {
  return `wsqd-${String(module.number).padStart(2, '0')}-${module.id.replace(/^\d+-/, '')}`
}

/** White space in one line and no characters that XML cannot hold (XML 1.0 §2.2), half of a surrogate pair among them. */
export function plainTitle(title: string): string {
  const printable = title.replace(/[\u0000-\u0020\u007f-\u009f\ufffe\uffff]+/g, ' ').trim()
  return new TextDecoder().decode(new TextEncoder().encode(printable))
}

/** `wsqd-programme` */
export const PROGRAMME = 'wsqd-programme'

/** Where the programme's package has a module: `module-04.json`. */
export const moduleFile = (module: Part): string => `module-${String(module.number).padStart(2, '0')}.json`

export function describeProgramme(course: Course): About {
  return { id: PROGRAMME, title: plainTitle(course.title), version: course.revision.slice(0, 20), launch: 'index.html' }
}

export function describe(course: Course, module: Part): About {
  return { id: packageId(module), title: plainTitle(module.title), version: course.revision.slice(0, 20), launch: 'index.html' }
}
