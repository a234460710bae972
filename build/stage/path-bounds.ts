import type { Rect } from './geometry'

/** How many numbers a command takes; the last two are where it arrives. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, H: 1, V: 1, Q: 4, S: 4, C: 6, A: 7, Z: 0 }

/** The points an SVG path passes. Curves are taken by their ends: the paths of this course bend a little, and never far. */
export function pathBounds(d: string): Rect {
  const tokens = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? []
  const xs: number[] = []
  const ys: number[] = []
  let [x, y, i] = [0, 0, 0]
  let command = 'M'
  while (i < tokens.length) {
    if (/[a-z]/i.test(tokens[i] ?? '')) command = tokens[i++] ?? command
    const upper = command.toUpperCase()
    const arity = ARITY[upper] ?? 2
    const numbers = tokens.slice(i, i + arity).map(Number)
    i += arity
    const relative = command !== upper
    const to = (value: number | undefined, from: number): number => (relative ? from : 0) + (value ?? 0)
    if (upper === 'H') x = to(numbers[0], x)
    else if (upper === 'V') y = to(numbers[0], y)
    else if (arity) [x, y] = [to(numbers.at(-2), x), to(numbers.at(-1), y)]
    xs.push(x)
    ys.push(y)
    if (!arity && !/[a-z]/i.test(tokens[i] ?? 'z')) break
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return xs.length ? { x: left, y: top, w: Math.max(...xs) - left, h: Math.max(...ys) - top } : { x: 0, y: 0, w: 0, h: 0 }
}
