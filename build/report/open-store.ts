/** The store of a folder with its engine, and the course it is about; closed however the work ends. */
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Course } from '../../src/model/course'
import type { Engine } from '../../src/report/sql/engine'
import type { SqlFiles } from '../../src/report/sql/metrics'
import type { Store } from '../../src/report/store/store'
import { Failure } from '../commands/failure'
import type { Host } from '../commands/host'

export interface Opened {
  readonly store: Store
  readonly engine: Engine
  readonly files: SqlFiles
}

export async function withStore<T>(host: Host, folder: string, iri: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const [{ openDuckdb }, { Store }] = await Promise.all([
    import('../../src/report/sql/duckdb-engine'),
    import('../../src/report/store/store'),
  ])
  await mkdir(folder, { recursive: true })
  const engine = await openDuckdb({ spill: join(folder, 'spill') })
  try {
    const store = new Store(folder, iri, engine)
    const files = (name: string): string => readFileSync(join(host.root, 'src/report/sql', `${name}.sql`), 'utf8')
    try {
      return await work({ store, engine, files })
    } finally {
      await store.close()
    }
  } finally {
    engine.close()
  }
}

export async function readCourse(host: Host): Promise<Course> {
  const [{ compile }, { loadMetrics }, { readFolder }] = await Promise.all([
    import('../compile/compile'),
    import('../fonts/metrics'),
    import('../files'),
  ])
  const { course } = await compile(await readFolder(join(host.root, 'modules')), await loadMetrics(host.root))
  if (!course) throw new Failure('The course does not compile, and the report needs its words. "wsqd check" says what is wrong.')
  return course
}

/** What a pull needs of the course: whose statements are meant. */
export async function readIri(host: Host): Promise<string> {
  const { parse } = await import('yaml')
  const { iri } = parse(readFileSync(join(host.root, 'modules/course.yaml'), 'utf8')) as { readonly iri?: string }
  if (!iri) throw new Failure('modules/course.yaml has no iri; expected one, such as https://example.com/course.')
  return iri
}
