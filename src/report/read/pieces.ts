/** A stream of text, cut into statements without ever holding more than one of them: memory is flat whatever the size of the file. */

export interface Piece {
  readonly text: string
  /** Only its beginning is here: it was longer than any statement. */
  readonly long: boolean
}

/** In characters: no statement of ours comes near. */
export const LONGEST_PIECE = 262_144

/** One a line; empty lines are none. */
export async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  const piece = collector()
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      piece.add(chunk.slice(from, at))
      from = at + 1
      const done = piece.take()
      if (done.text.trim() !== '') yield done
    }
    piece.add(chunk.slice(from))
  }
  const done = piece.take()
  if (done.text.trim() !== '') yield done
}

const OPEN = /[[{]/
const SPECIAL = /["\\[\]{}]/g

/** The elements of a JSON array, or of an array in a JSON object, such as `{ "statements": [ … ] }`; a lone object is one of itself. */
export async function* elements(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  const piece = collector()
  const stack: string[] = []
  let inText = false
  let escaped = false
  /** Depth at which elements lie: within the first array, if it is at the top or in the top object. */
  let level: number | null = null
  let started = false
  for await (const chunk of chunks) {
    let from = started ? 0 : -1
    SPECIAL.lastIndex = 0
    if (escaped) {
      escaped = false
      SPECIAL.lastIndex = 1
    }
    for (let found = SPECIAL.exec(chunk); found; found = SPECIAL.exec(chunk)) {
      const [mark] = found
      const at = found.index
      if (inText) {
        if (mark === '\\') {
          if (at + 1 >= chunk.length) escaped = true
          SPECIAL.lastIndex = at + 2
        } else if (mark === '"') inText = false
      } else if (mark === '"') inText = true
      else if (OPEN.test(mark)) {
        if (level === null && mark === '[' && stack.length <= 1) level = stack.length + 1
        if (mark === '{' && level !== null && stack.length === level) {
          started = true
          from = at
        }
        stack.push(mark)
      } else {
        stack.pop()
        if (started && stack.length === level) {
          piece.add(chunk.slice(from, at + 1))
          started = false
          from = -1
          yield piece.take()
        }
        if (level !== null && stack.length < level) level = null
      }
    }
    if (started) piece.add(chunk.slice(Math.max(0, from)))
  }
}

/** Grows to the longest piece, and then only counts. */
const collector = () => {
  let parts: string[] = []
  let length = 0
  return {
    add(text: string): void {
      length += text.length
      if (length - text.length < LONGEST_PIECE) parts.push(length > LONGEST_PIECE ? text.slice(0, 1000) : text)
    },
    take(): Piece {
      const long = length > LONGEST_PIECE
      const text = long ? parts.join('').slice(0, 1000) : parts.join('')
      parts = []
      length = 0
      return { text, long }
    },
  }
}
