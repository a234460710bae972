/**
 * What becomes of a commit between Moodle's pages and its database. Each element is one POST field, and the page adds five of its own
 * (`id`, `a`, `sesskey`, `attempt`, `scoid`: mod/scorm/datamodels/scorm_12.js and scorm_13.js, `datamodelurlparams`).
 */
import type { Cmi } from '../../types'

/** PHP's `max_input_vars` where nobody raised it; what is over is dropped with a warning in a log that no learner sees. */
const MAX_INPUT_VARS = 1000
const OWN_FIELDS = 5

/** What PHP hands on: the first 1000 fields of the form. */
export function arriving(fields: Cmi): Cmi {
  return Object.fromEntries(Object.entries(fields).slice(0, MAX_INPUT_VARS - OWN_FIELDS))
}

/** `--`, the boundary of 38 characters, line ends and the header around each field of the FormData that request.js makes of a commit. */
const PER_FIELD = 87
const END = 44
const OWN_BYTES = 6 * PER_FIELD + 80

/**
 * Bytes of the beacon. Browsers refuse more than 65,536 (Fetch, "keepalive"): proved on a live Moodle 4.5, where 63,900 ASCII
 * characters were stored, and 32,500 of two bytes were lost with false and 101 (reference: mod/scorm/request.js).
 */
export function beaconSize(fields: Cmi): number {
  const bytes = (text: string): number => new TextEncoder().encode(text).length
  const sizes = Object.entries(fields).map(([element, value]) => PER_FIELD + bytes(element) + bytes(value))
  return sizes.reduce((sum, size) => sum + size, OWN_BYTES + END)
}
