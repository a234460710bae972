/**
 * Moodle's SCORM 2004 runtime sends everything that differs from the launch with every commit (scorm_13.js, CollectData): one POST field an
 * element. PHP drops what is over `max_input_vars` (1,000 unless an admin raised it) without a word, and the beacon that carries the
 * commit of a page that goes is refused over 64 KiB (both proved on a live Moodle 4.5). Statuses, score and suspend data are what must
 * not be lost, and interactions are what grows: so after about a hundred answers in one session they are told in short, and later not at all.
 */
const ELEMENTS = 900
const CHARACTERS = 48_000
/** Room for everything else: statuses, score, suspend data at its longest, and what each field costs besides its value. */
const OTHERS = { elements: 20, characters: 6000 }
const PER_FIELD = 45
const SHORT = /\.(id|type|learner_response|result)$/

/** Takes the calls of one interaction, and gives back those there is room for. */
export const createPostRoom = (): (<C extends readonly [element: string, value: string]>(calls: readonly C[]) => readonly C[]) => {
  let { elements, characters } = OTHERS
  return (calls) => {
    for (const some of [calls, calls.filter(([element]) => SHORT.test(element))]) {
      const more = some.reduce((sum, [element, value]) => sum + element.length + encodeURIComponent(value).length + PER_FIELD, 0)
      if (elements + some.length > ELEMENTS || characters + more > CHARACTERS) continue
      elements += some.length
      characters += more
      return some
    }
    return []
  }
}
