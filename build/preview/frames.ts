/** The frames a package meets. Sizes are CSS pixels of the frame itself. */
export interface FrameSize {
  readonly id: string
  readonly label: string
  readonly width: number | null
  readonly height: number | null
}
export const frames: readonly FrameSize[] = [
  { id: '360x640', label: '360 × 640 phone', width: 360, height: 640 },
  { id: '650x666', label: '650 × 666 Moodle', width: 650, height: 666 },
  { id: '800x450', label: '800 × 450 Open edX', width: 800, height: 450 },
  { id: '1280x800', label: '1280 × 800 laptop', width: 1280, height: 800 },
  { id: 'fill', label: 'fill the window', width: null, height: null },
]

/** One of the list, or any other `WIDTHxHEIGHT`; the Moodle frame where the text is neither. */
export function frameOf(id: string): FrameSize {
  const known = frames.find((frame) => frame.id === id)
  const size = /^(\d{2,4})x(\d{2,4})$/.exec(id)
  if (known !== undefined) return known
  if (size?.[1] !== undefined && size[2] !== undefined) {
    return { id, label: `${size[1]} × ${size[2]}`, width: Number(size[1]), height: Number(size[2]) }
  }
  return frames[1] as FrameSize
}
