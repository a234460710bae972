/** What stopped a session from opening, for people: found, expected, cure. `code` is for programs. */
export class SessionError extends Error {
  override readonly name = 'SessionError'
  constructor(
    readonly code: 'no-api' | 'refused' | 'no-launch' | 'used-token' | 'no-launch-data' | 'ended',
    message: string,
  ) {
    super(message)
  }
}
