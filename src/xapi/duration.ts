import type { Ms } from '../model/units'

/** ISO 8601 in seconds, hundredths at most (cmi5 §9.5.4.1; xAPI 1.0.3, part 2, §4.6): `PT12.35S`. */
export const duration = (ms: Ms): string => `PT${Math.round(Math.max(0, ms) / 10) / 100}S`
