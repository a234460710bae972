/** The languages the player speaks: one file of messages each. What has none would silently be English. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Two-letter codes in order, such as `en`. */
export function playerLanguages(root: string): readonly string[] {
  return readdirSync(join(root, 'src/player/messages'))
    .flatMap((file) => /^([a-z]{2})\.json$/.exec(file)?.[1] ?? [])
    .sort()
}
