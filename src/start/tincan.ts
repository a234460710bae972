import type { Course } from '../model/course'
import { startPlayer } from '../player/launch'
import { mountPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'
import { tincan } from '../session/drivers/tincan'
import { journaled } from '../session/journaled'

void startPlayer<Course>({
  window,
  adapter: (course, trace) => {
    const options = { window, course, trace, random: Math.random }
    return journaled(tincan(options), options)
  },
  without: nullAdapter,
  mount: mountPlayer,
})
