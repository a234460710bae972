/** A voice of the device, as far as the speech narrator needs one. The browser's is in `browser/speaker.ts`. */
export interface Speaker {
  /** Returns the way to silence it; after that nothing is called. */
  speak(text: string, rate: number, heard: Heard): () => void
}

export interface Heard {
  started(): void
  /** A word begins at this character of the text. Some voices never say so. */
  reached(character: number): void
  ended(): void
  failed(): void
}
