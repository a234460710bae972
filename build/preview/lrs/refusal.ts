/** What an LRS answers instead of taking a request: the status, what was found and what was expected. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412,
    message: string,
    /** The requirement of cmi5 that was broken. */
    readonly rule?: string,
  ) {
    super(message)
  }
}

export const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
