/** The figures of the demo, without a database: what the page is built on and tested with. */
import type { Course } from '../../model/course'
import { assemble } from '../assemble/assemble'
import type { Fact } from '../facts'
import type { Figures, Rejected } from '../figures'
import { flatten } from '../flatten'
import { plainTables } from '../plain/plain-tables'
import { rejections, type Rejection } from '../rejections'
import { DEMO_AS_OF, demoNoise, demoStatements } from './demo-statements'
import { demoPeople } from './people'

export const demoFigures = (course: Course, seed = 1, asOf = DEMO_AS_OF): Figures => {
  const facts: Fact[] = []
  const rejected = new Map<Rejection, Rejected>()
  let read = 0
  for (const statements of [demoStatements({ course, seed, asOf }), demoNoise({ course, seed, asOf })]) {
    for (const statement of statements) {
      read++
      const flat = flatten(statement, { iri: course.iri, now: asOf })
      if (flat.kind === 'fact') facts.push(flat.fact)
      else if (flat.kind === 'rejected') {
        const { reason, example } = flat
        const was = rejected.get(reason)
        rejected.set(reason, was ? { ...was, n: was.n + 1 } : { reason, text: rejections[reason], n: 1, example })
      }
    }
  }
  const roster = demoPeople(seed, asOf).map(({ actor, cohort, label }) => ({ actor, cohort, label }))
  const times = facts.map(({ time }) => time)
  return assemble({
    tables: plainTables(facts, { asOf, passing: course.passing, modules: course.modules.length, roster }),
    course,
    asOf,
    source: {
      read,
      accepted: facts.length,
      voided: 0,
      rejected: [...rejected.values()].sort((a, b) => b.n - a.n),
      from: times.length ? times.reduce((a, b) => Math.min(a, b)) : null,
      until: times.length ? times.reduce((a, b) => Math.max(a, b)) : null,
      roster: true,
      pseudonyms: false,
      demo: true,
      firstAttempts: true,
      revisions: new Set(facts.map(({ revision }) => revision)).size,
    },
  })
}
