/**
 * Moodle's SCORM 2004 runtime sends everything that differs from the launch with every commit (scorm_13.js, CollectData), and the interactions
 * of earlier sessions with it: one POST field an element. PHP drops what is over `max_input_vars` (1,000 unless an admin raised it) without a
 * word, and suspend data stand behind the interactions; the beacon that carries the commit of a page that goes is refused over 64 KiB (both
 * limits proved on a live Moodle 4.5). Statuses, score and suspend data are what must not be lost, and interactions are what grows: so the
 * first twenty or so answers of an attempt are told whole, the next thirty in short, and then none.
 */
const ELEMENTS = 900
const BYTES = 56_000
/** As long as there is this much in all, an answer is told with all that is known of it. */
const WHOLE = 35_000
/** Room for everything else: statuses, score, suspend data at its longest. */
const OTHERS = { elements: 20, bytes: 7000 }
/** What an answer of an earlier session takes, the first twenty whole and the others short: they were told by the same rule. */
const EARLIER = { whole: 20, elements: [9, 4], bytes: [1150, 620] } as const
/** What multipart/form-data adds to each field. */
const PER_FIELD = 90
const SHORT = /\.(id|type|learner_response|result)$/

/** Takes the calls of one interaction, and gives back those there is room for. `earlier`: how many interactions the LMS has already. */
export const createPostRoom = (
  earlier: number,
): (<C extends readonly [element: string, value: string]>(calls: readonly C[]) => readonly C[]) => {
  const whole = Math.min(earlier, EARLIER.whole)
  const taken = ([long, short]: readonly [number, number]): number => whole * long + (earlier - whole) * short
  let elements = OTHERS.elements + taken(EARLIER.elements)
  let bytes = OTHERS.bytes + taken(EARLIER.bytes)
  const encoder = new TextEncoder()
  return (calls) => {
    const told = bytes < WHOLE ? calls : calls.filter(([element]) => SHORT.test(element))
    const more = told.reduce((sum, [element, value]) => sum + PER_FIELD + element.length + encoder.encode(value).length, 0)
    if (elements + told.length > ELEMENTS || bytes + more > BYTES) return []
    elements += told.length
    bytes += more
    return told
  }
}
