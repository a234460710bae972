/** The demo's statements, as the file that an LRS would export, and from there into the store, as any other. */
import { once } from 'node:events'
import { createWriteStream, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Course } from '../../src/model/course'
import { DEMO_AS_OF, demoNoise, demoStatements } from '../../src/report/demo/demo-statements'
import { demoPeople } from '../../src/report/demo/people'
import { ingest } from '../../src/report/read/ingest'
import type { Store } from '../../src/report/store/store'
import type { Person } from '../../src/report/terms'
import { statementsIn } from './read-file'

export { DEMO_AS_OF }

export const demoRoster = (seed: number): readonly Person[] =>
  demoPeople(seed, DEMO_AS_OF).map(({ actor, cohort, label }) => ({ actor, cohort, label }))

export async function fillWithDemo(store: Store, folder: string, course: Course, seed: number): Promise<void> {
  const file = join(folder, 'statements.ndjson')
  if (existsSync(file)) return
  const fresh = join(folder, 'fresh.ndjson')
  await writeDemo(fresh, course, seed)
  await ingest(statementsIn(fresh), { store, terms: { iri: course.iri, now: DEMO_AS_OF } })
  await store.seal()
  // Only a finished store has this file.
  renameSync(fresh, file)
}

/** A statement a line. */
export async function writeDemo(file: string, course: Course, seed: number): Promise<void> {
  const out = createWriteStream(file)
  for (const from of [demoStatements({ course, seed }), demoNoise({ course, seed })]) {
    for (const statement of from) if (!out.write(`${JSON.stringify(statement)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}
