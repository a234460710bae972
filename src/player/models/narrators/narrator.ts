/** Who gives the time: recorded audio, the browser's voice, or silence. The player asks one to tell a beat and hears how far it is. */
import type { Beat } from '../../../model/course'
import type { Spot } from '../scene-time'

export interface Telling {
  readonly beat: Beat
  /** Where in the beat to begin. */
  readonly from: Spot
  /** First words of the caption's later cues: silence reads cue by cue. */
  readonly breaks: readonly number[]
  /** 0.5–2. A change of speed is a new telling from where the old one stood. */
  readonly speed: number
  report(spot: Spot): void
  done(): void
  /** It cannot go on. The player goes on in silence from the last report. */
  failed(): void
}

export interface Narrator {
  readonly kind: 'silent' | 'speech' | 'recorded'
  /** Returns the way to stop; after that nothing is reported. */
  tell(telling: Telling): () => void
}
