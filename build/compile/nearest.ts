/** Which of the names that exist an author most likely meant: the nearest, at most three of them. */
export function nearest(word: string, names: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase()
  const limit = Math.max(1, Math.floor(word.length / 3))
  const near = [...new Set(names)]
    .map((name) => ({ name, far: wanted.length > 2 && name.toLowerCase().includes(wanted) ? limit : distance(wanted, name.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
  const best = Math.min(...near.map(({ far }) => far))
  return near
    .filter(({ far }) => far === best)
    .map(({ name }) => name)
    .sort()
    .slice(0, 3)
}

/** Letters put in, left out, changed, or two neighbours swapped (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
