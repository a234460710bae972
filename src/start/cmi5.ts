import { startPlayer } from '../player/mount'
import { cmi5 } from '../session/drivers/cmi5'
import { nullAdapter } from '../session/drivers/null'
import { journaled } from '../session/journaled'

void startPlayer({
  window,
  adapter: (course, trace) => {
    const options = { window, course, trace, random: Math.random }
    return journaled(cmi5(options), options)
  },
  without: nullAdapter,
})
