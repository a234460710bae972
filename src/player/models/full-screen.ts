import type { ReadonlySignal } from '@preact/signals'

/** The whole screen for the player, and back. */
export interface FullScreen {
  readonly on: ReadonlySignal<boolean>
  toggle(): void
}
