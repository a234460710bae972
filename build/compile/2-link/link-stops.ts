/** Where the modules stop the clock of the one call: names of moments become milliseconds after the click. */
import type { CallMap } from '../../../src/model/course'
import type { CourseText } from '../1-read/read-course'
import type { Diagnostics } from '../diagnostic'
import type { Call } from '../tree'
import { stopUnknown } from './messages'

/** Null where the course has no map: no `stops`, or a call without a `face`. */
export function linkStops({ stops }: Pick<CourseText, 'stops'>, call: Call, diagnostics: Diagnostics): CallMap | null {
  const moments = new Map([...call.values].flatMap(([name, ms]) => (name.startsWith('moments.') ? [[name.slice(8), Number(ms)]] : [])))
  const face = moments.get('face')
  const linked = Object.entries(stops).flatMap(([number, name]) => {
    const stop = name === 'all' || name === 'beyond' ? name : moments.get(name)
    if (stop === undefined) diagnostics.add(stopUnknown({ file: 'course.yaml', line: 1, column: 1 }, number, name, [...moments.keys()]))
    return stop === undefined ? [] : [[number, stop] as const]
  })
  return face === undefined || linked.length === 0 ? null : { face, stops: Object.fromEntries(linked) }
}
