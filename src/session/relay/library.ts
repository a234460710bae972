/** Modules with their words, for what statements say of them. A package of one has it in its page; a programme has its map, and a file for each. */
import type { Course, Module } from '../../model/course'
import type { CourseMap } from '../../model/course-map'
import type { LearningEvent } from '../../model/event'

export interface Book {
  /** Of this module alone. */
  readonly course: Course
  readonly module: Module
}

export const createLibrary = (map: CourseMap, load: (id: string) => Promise<Module>) => {
  /** The course without a module. */
  const bare: Course = { ...map, modules: [] }
  const isProgramme = map.modules.length > 1
  const bookOf = (module: Module): Book => ({ course: { ...bare, lang: module.lang ?? bare.lang, modules: [module] }, module })
  const here = new Map<string, Book>()
  const [first] = map.modules
  // What the page of a single module holds is all of it.
  if (!isProgramme && first) here.set(first.id, bookOf(first as Module))
  const coming = new Map<string, Promise<Book>>()
  const fetched = (id: string): Promise<Book> => {
    const known = coming.get(id)
    if (known) return known
    const book = load(id).then((module) => {
      const found = bookOf(module)
      here.set(id, found)
      return found
    })
    coming.set(id, book)
    book.catch(() => coming.delete(id))
    return book
  }
  const idOf = (event: LearningEvent): string | undefined => {
    switch (event.kind) {
      case 'outcome':
        return event.unit
      case 'visited':
        return map.modules.find(({ screens }) => screens.some(({ id }) => id === event.screen))?.id
      case 'answered':
      case 'scored':
        return map.modules.find(({ quiz }) => quiz?.id === event.quiz)?.id
      case 'predicted':
        return map.modules.find(({ screens }) => screens.some(({ beats }) => beats.some(({ ask }) => ask?.id === event.prediction)))?.id
      case 'achieved':
        return undefined
    }
  }
  /** The module that was spoken of last. */
  let last = first?.id ?? ''
  /** The package: its module, or null for a programme. */
  const whole = (): Book | null => (isProgramme ? null : ([...here.values()][0] ?? null))
  return {
    bare,
    whole,
    /** At once where its words are here, else when they have come. Null is the programme. */
    find(event: LearningEvent, then: (book: Book | null) => void): void {
      if (event.kind === 'outcome' && (!isProgramme || event.unit === 'programme')) return then(whole())
      last = idOf(event) ?? last
      const book = here.get(last)
      if (book) return then(book)
      void fetched(last).then(then, () => undefined)
    },
    expect: (id: string): void => void (here.has(id) || fetched(id).catch(() => undefined)),
  }
}
