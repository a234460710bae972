/**
 * Moodle's SCORM 2004 runtime sends everything that differs from the launch with every commit (scorm_13.js, CollectData): one POST field an
 * element. PHP drops what is over `max_input_vars` (1,000 unless an admin raised it) without a word, and the beacon that carries the
 * commit of a page that goes is refused over 64 KiB (both proved on a live Moodle 4.5). Statuses, score and suspend data are what must
 * not be lost, and interactions are what grows: so the first fifteen or so answers of one session are told whole, the next sixty in short, and then none.
 */
const ELEMENTS = 900
const BYTES = 56_000
/** As long as there is this much in all, an answer is told with all that is known of it. */
const WHOLE = 20_000
/** Room for everything else: statuses, score, suspend data at its longest. */
const OTHERS = { elements: 20, bytes: 7000 }
/** What multipart/form-data adds to each field. */
const PER_FIELD = 90
const SHORT = /\.(id|type|learner_response|result)$/

/** Takes the calls of one interaction, and gives back those there is room for. */
export const createPostRoom = (): (<C extends readonly [element: string, value: string]>(calls: readonly C[]) => readonly C[]) => {
  let { elements, bytes } = OTHERS
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
