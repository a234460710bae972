/** The programme's menu: where on the line of the one call each module stands. */
import type { Course } from '../../src/model/course'
import type { CallPicture } from '../../src/model/programme-page'

const FROM = 24
const TO = 850
/** Between the middles of neighbours. */
const APART = 38

/** Places on the line at their time; those too near to each other pile upward. Above, what needs all of it; to the right, what looks past it. */
export function callPicture({ call, modules }: Course): CallPicture | null {
  if (!call) return null
  const { face, stops } = call
  const of = (stop: string) => modules.filter(({ number }) => stops[number] === stop)
  const timed = modules.flatMap(({ id, number }) => {
    const at = stops[number]
    return typeof at === 'number' ? [{ id, number, x: FROM + Math.round(((TO - FROM) * at) / face), level: 0 }] : []
  })
  timed.sort((a, b) => a.x - b.x || a.number - b.number)
  for (const [i, one] of timed.entries()) {
    const near = timed.slice(0, i).filter((other) => one.x - other.x < APART)
    while (near.some(({ level }) => level === one.level)) one.level++
  }
  const all = of('all')
  const top = all.length ? 40 : 0
  const y = top + 30 + APART * (1 + Math.max(0, ...timed.map(({ level }) => level)))
  const places = [
    ...timed.map(({ id, x, level }) => [id, [x, y - level * APART]] as const),
    ...all.map(({ id }, i) => [id, [TO - 20 - (all.length - 1 - i) * APART, top]] as const),
    ...of('beyond').map(({ id }, i) => [id, [TO + 40 + i * APART, y]] as const),
  ]
  return { face, stops: Object.fromEntries(places), line: { from: FROM, to: TO, y }, bracket: all.length ? top : null, height: y + 60 }
}
