/** What stopped a session from opening: found and expected, for support. By `code` the learner is told in words, and what to do. */
export class SessionError extends Error {
  override readonly name = 'SessionError'
  constructor(
    readonly code: 'noApi' | 'noLaunch' | 'usedToken' | 'noLaunchData' | 'noAnswer' | 'refused' | 'ended',
    message: string,
  ) {
    super(message)
  }
}
