/** How Moodle adds the session's time to the total at LMSFinish and Terminate, its mistakes included. */

/**
 * scorm_12.js, AddTime: the digits after the point are read as whole hundredths, so half a second written `.5` counts as five hundredths.
 * Proved on a live Moodle 4.5: 00:01:00 and 00:01:30.5 made 00:02:30.05.
 */
export function addTime12(first: string, second: string): string {
  const [a, b] = [first, second].map((text) => {
    const [hours = '0', minutes = '0', rest = '0'] = text.split(':')
    const [seconds = '0', hundredths = '0'] = rest.split('.')
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 100 + int(hundredths)
  }) as [number, number]
  const sum = a + b
  const two = (n: number): string => String(n).padStart(2, '0')
  const clock = [Math.floor(sum / 360_000), Math.floor(sum / 6000) % 60, Math.floor(sum / 100) % 60].map(two).join(':')
  return sum % 100 === 0 ? clock : `${clock}.${two(sum % 100)}`
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/

/** scorm_13.js, AddTime: the days of the second time replace those of the first, and zero parts are left out, so nothing at all is `P`. */
export function addTime2004(first: string, second: string): string {
  const [a, b] = [first, second].map((text) => (DURATION.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0)))
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return 'P'
  const of = (parts: readonly number[], n: number): number => parts[n] ?? 0
  const seconds = of(a, 5) + of(b, 5)
  const minutes = of(a, 4) + of(b, 4) + Math.floor(seconds / 60)
  const hours = of(a, 3) + of(b, 3) + Math.floor(minutes / 60)
  const days = (of(b, 2) > 0 ? of(b, 2) : of(a, 2)) + Math.floor(hours / 24)
  const parts = (values: readonly (readonly [number, string])[]): string =>
    values.map(([value, unit]) => (value > 0 ? `${value}${unit}` : '')).join('')
  const date = parts([
    [of(a, 0) + of(b, 0), 'Y'],
    [of(a, 1) + of(b, 1), 'M'],
    [days, 'D'],
  ])
  const time = parts([
    [hours % 24, 'H'],
    [minutes % 60, 'M'],
    [Math.round((seconds - Math.floor(seconds / 60) * 60) * 100) / 100, 'S'],
  ])
  return `P${date}${time === '' ? '' : `T${time}`}`
}

const int = (text: string): number => Number.parseInt(text, 10) || 0
