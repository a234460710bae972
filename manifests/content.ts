/** What a manifest says about a package: one SCO, whatever it teaches. */
export interface ManifestContent {
  /** The stem of every identifier, an xs:ID such as `wsqd-04-media-flows`. The same in every release: Moodle keeps tracks by it. */
  readonly id: string
  /** Plain text, at most 200 characters (IMS CP 1.1.2 titleType; Moodle's column holds 255). */
  readonly title: string
  /** At most 20 characters (IMS CP 1.1.2 attr.version). The only place a version stands. */
  readonly version: string
  /** The page the LMS opens; also the first of `files`. */
  readonly launch: string
  /** Every file of the zip but the manifest itself. */
  readonly files: readonly string[]
  /** The pass mark, 0–1, where the LMS is to judge by it; null where the course does. */
  readonly mastery: number | null
}

/** The identifiers derived from the stem. Each is unique within the manifest, none holds a version. */
export function identifiers(id: string) {
  return { manifest: id, organization: `${id}-org`, item: `${id}-item`, resource: `${id}-res` } as const
}
