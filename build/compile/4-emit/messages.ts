/** What the emit phase says to an author of questions that point into pictures. One page each in docs/diagnostics. */
import { error } from '../fault'
import type { At } from '../tree'

export const nothingThere = (at: At, name: string) =>
  error(
    'WSQD256',
    at,
    `\`${name}\`, which is not to be seen in the picture`,
    'a part that is drawn there',
    'take the last frame of a beat in which it is there',
  )

export const placesOverlap = (at: At, id: string, other: string) =>
  error(
    'WSQD317',
    at,
    `place \`${id}\` over place \`${other}\``,
    'places that lie apart',
    'take a picture in which they do, or leave one out',
  )
