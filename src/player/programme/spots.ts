import type { CallMap } from '../../model/course'

const FROM = 24
const TO = 850
/** Between the middles of neighbours. */
const APART = 38

export interface Spots {
  /** By the number of the module, in a picture 1000 wide. */
  readonly spots: { readonly [number: string]: { readonly x: number; readonly y: number } }
  readonly line: { readonly from: number; readonly to: number; readonly y: number }
  readonly bracket: { readonly y: number; readonly labelX: number } | null
  readonly height: number
}

/** Places on the line at their time; those too near to each other pile upward. Above, what needs all of it; to the right, what looks past it. */
export function spotsOf({ face, stops }: CallMap, numbers: readonly number[]): Spots {
  const of = (stop: string): readonly number[] => numbers.filter((number) => stops[number] === stop)
  const timed = numbers.flatMap((number) => {
    const at = stops[number]
    return typeof at === 'number' ? [{ number, x: FROM + ((TO - FROM) * at) / face, level: 0 }] : []
  })
  timed.sort((a, b) => a.x - b.x || a.number - b.number)
  for (const [i, one] of timed.entries()) {
    const near = timed.slice(0, i).filter((other) => one.x - other.x < APART)
    while (near.some(({ level }) => level === one.level)) one.level++
  }
  const all = of('all')
  const top = all.length ? 40 : 0
  const y = top + 30 + APART * (1 + Math.max(0, ...timed.map(({ level }) => level)))
  const spots = [
    ...timed.map(({ number, x, level }) => [number, { x, y: y - level * APART }] as const),
    ...all.map((number, i) => [number, { x: TO - 20 - (all.length - 1 - i) * APART, y: top }] as const),
    ...of('beyond').map((number, i) => [number, { x: TO + 40 + i * APART, y }] as const),
  ]
  return {
    spots: Object.fromEntries(spots),
    line: { from: FROM, to: TO, y },
    bracket: all.length ? { y: top, labelX: FROM + 14 } : null,
    height: y + 54,
  }
}
