import type { Metrics } from '../../build/fonts/metrics'

/** Every character as wide as the others: cases about text need no fonts. */
export const fakeMetrics: Metrics = { width: (text, style) => text.length * style.size * 0.55, missing: () => [] }
