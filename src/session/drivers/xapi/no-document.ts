/** What an LMS means that did not give what the session cannot begin without. */
import type { SessionError } from '../../session-error'

/** Worth another try soon, in need of another launch, or what `otherwise` says. `status` is 0 where no answer came. */
export const codeOf = (status: number, otherwise: SessionError['code']): SessionError['code'] =>
  !status || status === 429 || status >= 500 ? 'noAnswer' : status === 401 || status === 403 ? 'refused' : otherwise

export const toldOf = (status: number): string => (status ? `status ${status}` : 'no answer')
