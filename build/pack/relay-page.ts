/**
 * A launch page with a relay, and without: its origin in the policy, and the script that speaks to it before the player's. Everything else stays. The
 * packager and `wsqd configure` both come through here, so that a page set afterwards is the page that would have been built.
 */
import type { Relay } from '../../src/model/relay'
import type { Files } from '../files'
import { versioned } from './versioned'

export const RELAY_SCRIPT = 'relay.js'

/** As hast writes apostrophes in attributes. */
const POLICY = /(http-equiv="Content-Security-Policy" content="[^"]*connect-src &#x27;self&#x27;)[^;"]*/
const PLAYER = /\n<script defer src="player\.js/
const SCRIPT = /\n<script defer src="relay\.js[^"]*"><\/script>/

/** Null where the page has not the form that build/pack/page.ts gives it. `files` has relay.js. */
export function withRelay(html: string, relay: Relay | undefined, files: Files): string | null {
  if (!POLICY.test(html) || !PLAYER.test(html)) return null
  const without = html.replace(SCRIPT, '').replace(POLICY, '$1')
  if (relay === undefined) return without
  const script = `\n<script defer src="${versioned(RELAY_SCRIPT, files)}"></script>`
  return without.replace(POLICY, (policy) => `${policy} ${new URL(relay.url).origin}`).replace(PLAYER, (player) => script + player)
}
