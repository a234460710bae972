import type { CourseMap } from '../model/course-map'
import type { Ms } from '../model/units'

/** What a session needs of `window`, and no more. */
export interface Page {
  readonly parent: unknown
  readonly opener: unknown
  readonly document: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & { readonly visibilityState: string }
  readonly location: Pick<Location, 'origin' | 'pathname'>
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>
  addEventListener(type: string, listener: (event: Event) => void): void
  removeEventListener(type: string, listener: (event: Event) => void): void
  setTimeout(run: () => void, ms: number): number
  clearTimeout(timer: number | undefined): void
}

export interface TracedCall {
  /** ms since 1970. */
  readonly at: Ms
  readonly method: string
  readonly args: readonly string[]
  readonly answer: string
  /** How long the LMS took. */
  readonly took: Ms
}

/** What every driver is made with: `scorm12({ window, course })`. All but `window` may be left out. */
export interface DriverOptions {
  readonly window: Page
  /** The course of this package: the numbers in interaction ids, the local key, and whether an outcome is the whole package's. */
  readonly course?: CourseMap
  /** The wall clock in ms since 1970. */
  readonly now?: () => number
  /** Asked before a commit and after one the LMS called good: does anything get through? Without it, the LMS is believed. */
  readonly probe?: () => Promise<boolean>
  /** Hears every call to the LMS with its answer: for the support page (trace-log.ts). */
  readonly trace?: (call: TracedCall) => void
}
