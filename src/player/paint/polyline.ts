/** A line cut to its share from the start. Cut as geometry, so that dashes and beads stay where they are while it grows. */
type Points = readonly (readonly [number, number])[]

export function polyline(points: Points, share = 1): string {
  const cut = share >= 1 ? points : share <= 0 ? [] : upTo(points, share)
  return cut.map(([x, y], i) => `${i ? 'L' : 'M'}${near(x)} ${near(y)}`).join('')
}

function upTo(points: Points, share: number): Points {
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]))
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  const out: (readonly [number, number])[] = points.slice(0, 1).map(([x, y]) => [x, y])
  for (const [i, length] of lengths.entries()) {
    const [x0, y0] = points[i]!
    const [x1, y1] = points[i + 1]!
    if (left < length) {
      const part = left / length
      return [...out, [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part]]
    }
    out.push([x1, y1])
    left -= length
  }
  return out
}

/** Two decimals are finer than any screen. */
export const near = (n: number): number => Math.round(n * 100) / 100
