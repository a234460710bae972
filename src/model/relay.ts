/** Where a SCORM package reports to besides its LMS. Both parts stand in the launch page for all to read: the key opens one slot for writing, and no more. */
export interface Relay {
  /** Without a slash at its end; `https:`, or `http:` on this very machine. */
  readonly url: string
  readonly key: string
}

/** Long enough not to be guessed, and of a form that no user and password have. */
export const isRelayKey = (text: string): boolean => /^wk-[A-Za-z0-9_-]{20,60}$/.test(text)

/** Null where it is none: another scheme, a user, a query, a fragment. */
export const relayUrl = (text: string): string | null => {
  const [, scheme, host, path] =
    /^(https?):\/\/([A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9a-f:]+\](?::\d{1,5})?)(\/[A-Za-z0-9._~/-]*)?$/.exec(text) ?? []
  if (!scheme || !host) return null
  const near = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host)
  return scheme === 'https' || near ? `${scheme}://${host.toLowerCase()}${(path ?? '').replace(/\/+$/, '')}` : null
}
