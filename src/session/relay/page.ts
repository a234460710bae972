import type { CourseMap } from '../../model/course-map'
import type { Module } from '../../model/course'
import type { Relay } from '../../model/relay'
import type { Scaled } from '../../model/units'
import type { MailStore } from '../outbox-store'
import type { DriverOptions, Page } from '../page'

/** What reporting to a relay needs of `window` besides. */
export interface RelayPage extends Page {
  readonly indexedDB?: IDBFactory
  readonly navigator: { readonly locks?: { request(name: string, run: () => Promise<void>): Promise<unknown> } }
  fetch(url: string, init: RequestInit): Promise<Response>
}

export interface RelayOptions extends Omit<DriverOptions, 'window' | 'course' | 'probe'> {
  readonly window: RelayPage
  /** In full, or the programme's map. */
  readonly course: CourseMap
  readonly relay: Relay
  /** Where the LMS asks for no other. */
  readonly pass: Scaled
  /** Of a programme: a module with its words. */
  readonly module: (id: string) => Promise<Module>
  /** From 0 to below 1. */
  readonly random: () => number
  /** For tests. */
  readonly store?: MailStore
}
