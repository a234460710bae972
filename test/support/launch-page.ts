import type { Course } from '../../src/model/course'
import type { Settings } from '../../src/model/settings'

/** The inline JSON of a launch page. */
export function launchPage(html: string): { readonly course: Course; readonly settings: Settings } {
  const read = (id: string): unknown => {
    const text = new RegExp(`<script type="application/json" id="${id}">([^]*?)</script>`).exec(html)?.[1]
    if (text === undefined) throw new Error(`The launch page has no inline JSON with the id "${id}".`)
    return JSON.parse(text)
  }
  return { course: read('course') as Course, settings: read('settings') as Settings }
}
