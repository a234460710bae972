/** The figures lie in the page as JSON, gzip, base64: a tenth of their length. A browser from before 2023 keeps the page as it was built. */
import type { Figures } from '../figures'

export const unpack = async (window: Window & typeof globalThis, packed: string): Promise<Figures | null> => {
  if (!('DecompressionStream' in window)) return null
  const bytes = Uint8Array.from(window.atob(packed), (letter) => letter.charCodeAt(0))
  const stream = new window.Blob([bytes]).stream().pipeThrough(new window.DecompressionStream('gzip'))
  return (await new window.Response(stream).json()) as Figures
}
