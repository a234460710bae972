/** Suspend data made readable, with the course that lies in the package and the codec of the model. */
import { fromHtml } from 'hast-util-from-html'
import type { CourseMap, ModuleMap, ScreenMap } from '../../src/model/course-map'
import { seenShare, type ModuleProgress, type Place } from '../../src/model/progress'
import { decodeSuspend } from '../../src/model/suspend/codec'
import { isXapi, safeDecode, type AnyPackage } from './library'
import type { Suspended, SuspendedModule } from './types'
import type { Zip } from './zip'

export interface Reader {
  /** Never throws: whatever a package wrote, the page says what can be said of it. */
  read(one: AnyPackage, text: string): Suspended
}

export function createReader(open: (revision: string) => Zip | null): Reader {
  const courses = new Map<string, CourseMap | null>()
  const courseOf = (one: AnyPackage): CourseMap | null => {
    const href = isXapi(one) ? one.unit.href : one.manifest.href
    const key = `${one.revision} ${href}`
    const known = courses.get(key)
    if (known !== undefined) return known
    const page = open(one.revision)?.read(safeDecode(href)) ?? null
    const course = page === null ? null : inlineCourse(new TextDecoder().decode(page))
    courses.set(key, course)
    return course
  }
  const read = (one: AnyPackage, text: string): Suspended => {
    const course = courseOf(one)
    const blank = { characters: text.length, progress: null, counter: null, attempt: null, modules: [] }
    if (text === '') return { ...blank, reading: 'empty' }
    if (course === null) return { ...blank, reading: 'unknown' }
    try {
      const decoded = decodeSuspend(course, text)
      if (!decoded.ok) return { ...blank, reading: decoded.reason }
      const { counter, nonce, modules } = decoded.progress
      const told = course.modules.flatMap((module) => {
        const progress = modules[module.id]
        return progress === undefined ? [] : [tell(module, progress)]
      })
      const progress = told.length === 0 ? null : told.reduce((sum, { progress: share }) => sum + share, 0) / told.length
      return { characters: text.length, reading: 'whole', progress, counter, attempt: nonce, modules: told }
    } catch {
      return { ...blank, reading: 'unknown' }
    }
  }
  return { read }
}

/** The JSON in `<script id="course">` of the launch page; null where a package has none, as packages of others do. */
export function inlineCourse(html: string): CourseMap | null {
  const stack: ReturnType<typeof fromHtml>['children'][number][] = [...fromHtml(html).children]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'script' && node.properties['id'] === 'course') {
      const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
      try {
        const course = JSON.parse(text) as CourseMap
        return course.format === 1 && Array.isArray(course.modules) ? course : null
      } catch {
        return null
      }
    }
    stack.push(...node.children)
  }
  return null
}

function tell(module: ModuleMap, progress: ModuleProgress): SuspendedModule {
  const { quiz } = progress
  const asks = module.screens.flatMap((screen) => screen.beats.flatMap((beat) => (beat.ask === null ? [] : [beat.ask.id])))
  return {
    title: `${module.number}. ${module.title}`,
    at: where(module, progress.at),
    progress: seenShare(module, progress),
    screens: module.screens.map((screen) => ({
      title: titleOf(screen),
      beats: screen.beats.length,
      entered: progress.seen.has(screen.id) ? screen.beats.length : (progress.entered[screen.id]?.length ?? 0),
      seen: progress.seen.has(screen.id),
    })),
    predictions: asks.map((id) => ({ id, made: progress.predictions[id] ?? null })),
    quiz:
      module.quiz === null
        ? null
        : {
            attempt: quiz.attempt,
            open: quiz.open,
            best: quiz.best,
            drawn: quiz.drawn.map((id) => ({ id, response: id in quiz.answers ? JSON.stringify(quiz.answers[id]) : null })),
          },
  }
}

function where(module: ModuleMap, at: Place): string {
  if ('quiz' in at) return 'the quiz'
  const screen = module.screens.find(({ id }) => id === at.screen)
  return `${screen ? titleOf(screen) : at.screen}, beat ${at.beat + 1} of ${screen?.beats.length ?? '?'}`
}

/** The programme's page has no titles of screens, only their ids. */
const titleOf = (screen: ScreenMap & { readonly title?: string }): string => screen.title ?? screen.id
