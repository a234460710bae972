/** Where the modules of a programme come from: a file each beside the launch page, loaded when it is first wanted. */
import type { Module } from '../../model/course'
import type { ModuleMap } from '../../model/course-map'

export interface ModuleSource {
  /** Throws where it cannot be had: the device is offline, or the LMS answers with something else. Asking again tries again. */
  load(module: ModuleMap): Promise<Module>
  /** Fetches it so that it is there when it is asked for, and says nothing where that fails. */
  expect(module: ModuleMap): void
}

/** `files`: names by id, `module-04.json?v=…`. */
export function moduleSource(fetch: typeof globalThis.fetch, files: Readonly<Record<string, string>>): ModuleSource {
  const asked = new Map<string, Promise<Module>>()
  const load = (module: ModuleMap): Promise<Module> => {
    const known = asked.get(module.id)
    if (known) return known
    const coming = read(fetch, files[module.id] ?? '', module)
    asked.set(module.id, coming)
    coming.catch(() => asked.delete(module.id))
    return coming
  }
  return { load, expect: (module) => void load(module).catch(() => undefined) }
}

async function read(fetch: typeof globalThis.fetch, file: string, module: ModuleMap): Promise<Module> {
  const answer = await fetch(file, { credentials: 'same-origin' })
  // A lapsed session is often answered with a page to log in, and 200.
  const found = JSON.parse(await answer.text()) as Partial<Module>
  if (!answer.ok || found.id !== module.id || !found.screens) throw new Error(`${file}, ${answer.status}: expected ${module.id}.`)
  return found as Module
}
