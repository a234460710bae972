import { startPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'
import { tincan } from '../session/drivers/tincan'
import { journaled } from '../session/journaled'

void startPlayer({
  window,
  adapter: (course, trace) => {
    const options = { window, course, trace, random: Math.random }
    return journaled(tincan(options), options)
  },
  without: nullAdapter,
})
