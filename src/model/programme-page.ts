/** What the launch page of the programme says of its modules besides the map of the course (`#programme`). */
import type { ModuleId } from './units'

export interface ProgrammePage {
  /** Where each module lies: `module-04.json?v=…`. */
  readonly files: Readonly<Record<ModuleId, string>>
  /** Null where the course does not say where its modules stop the clock. */
  readonly call: CallPicture | null
}

/** The one call as a line, 1000 wide, and each module where it stops the clock. */
export interface CallPicture {
  /** When the face appears, ms after the click. */
  readonly face: number
  readonly stops: Readonly<Record<ModuleId, readonly [x: number, y: number]>>
  readonly line: { readonly from: number; readonly to: number; readonly y: number }
  /** Over the line, for modules that need the whole call. */
  readonly bracket: number | null
  readonly height: number
}
