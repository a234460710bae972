/** How high rows of bytes are in a type size: for the height asked for before, and for the drawing. */
export interface RowHeights {
  readonly index: number
  readonly line: number
  readonly sign: number
  readonly label: number
  readonly ticks: number
  readonly gap: number
  readonly total: number
}

interface Form {
  readonly rows: number
  readonly chunks: number
  readonly tall: boolean
  readonly indexed: boolean
  readonly compared: boolean
  readonly ticked: boolean
}

/** `size` of ordinary text, `type` of the bytes. */
export function rowHeights(size: number, type: number, { rows, chunks, tall, indexed, compared, ticked }: Form): RowHeights {
  const index = indexed ? size * 1.4 : 0
  const line = type * 1.26
  const sign = compared ? type * 1.16 : 0
  const label = tall ? size * 1.4 : 0
  const ticks = ticked ? 12 : 0
  const gap = size * (tall ? 0.4 : 0.26)
  return { index, line, sign, label, ticks, gap, total: index + chunks * (rows * (line + ticks + gap) + sign) + rows * label - gap }
}
