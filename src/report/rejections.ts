/** Why a statement is not counted. The first reason that holds is the one that is told. */
export const rejections = {
  unreadable: 'Not JSON. Ask the LRS for its statements again, or look at that line of the file.',
  'not-a-statement': 'Not a statement: expected an object with actor, verb and object.',
  'no-id': 'No id, or one that is no UUID: it could not be counted once.',
  'not-ours': 'Not of this programme’s profile: its category is missing. Other content in the LRS says such.',
  'other-profile': 'Of another version of the profile than 1.x: use the report of that edition.',
  'other-course': 'About an activity of another course.',
  'unknown-verb': 'A verb that the profile does not have.',
  'no-actor': 'Nobody to count it for: expected an agent with an account, a mail address, a hash of one, or an OpenID.',
  'bad-time': 'No time, or one that can’t be: before 2010, or later than tomorrow. Somebody’s clock is wrong.',
  'wrong-type': 'A part of it has the wrong type, is out of range, or is missing.',
  'too-long': 'Longer than anything that a learner can say: over 256 KB in all, 4,000 characters of an answer, or 400 of an id.',
} as const
export type Rejection = keyof typeof rejections
