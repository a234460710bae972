import type { Ms } from '../model/units'

/** ISO 8601, without months and years, whose length nobody knows; undefined where it is none. */
export const readDuration = (value: unknown): Ms | undefined => {
  const found =
    typeof value === 'string' && value.length < 40
      ? /^P(?:(\d+)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(value)
      : null
  if (!found || found.slice(1).every((part) => part === undefined)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const ms = Math.round((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000)
  return ms < 2 ** 31 ? ms : undefined
}
