/** The few words of relational algebra that the plain metrics need. */
export const groupBy = <T, K>(rows: Iterable<T>, keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** Keys of several parts; the separator is in no id. */
export const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\u0000')

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
export const distinct = (values: readonly unknown[]): number => new Set(values).size
export const known = <T>(values: readonly (T | null)[]): readonly T[] => values.filter((value): value is T => value !== null)

/** Linear between the two nearest, as `quantile_cont`; null of nothing. */
export const quantile = (numbers: readonly number[], share: number): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}
export const median = (numbers: readonly number[]): number | null => quantile(numbers, 0.5)

/** Of the sample; null of fewer than two. */
export const deviation = (numbers: readonly number[]): number | null => {
  if (numbers.length < 2) return null
  const mean = sum(numbers) / numbers.length
  return Math.sqrt(sum(numbers.map((one) => (one - mean) ** 2)) / (numbers.length - 1))
}

/** Pearson's; null where one of the two never varies. */
export const correlation = (pairs: readonly (readonly [number, number])[]): number | null => {
  const n = pairs.length
  const [mx, my] = [sum(pairs.map(([x]) => x)) / n, sum(pairs.map(([, y]) => y)) / n]
  const xx = sum(pairs.map(([x]) => (x - mx) ** 2))
  const yy = sum(pairs.map(([, y]) => (y - my) ** 2))
  if (n < 2 || xx < 1e-12 || yy < 1e-12) return null
  return sum(pairs.map(([x, y]) => (x - mx) * (y - my))) / Math.sqrt(xx * yy)
}
