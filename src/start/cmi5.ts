import type { Course } from '../model/course'
import { startPlayer } from '../player/launch'
import { mountPlayer } from '../player/mount'
import { cmi5 } from '../session/drivers/cmi5'
import { nullAdapter } from '../session/drivers/null'
import { journaled } from '../session/journaled'
import { preferring } from './preferences'

const liked = preferring(window)
void startPlayer<Course>({
  window,
  adapter: (course, trace) => {
    const options = { window, course, trace, random: Math.random }
    return liked.adapter(journaled(cmi5(options), options))
  },
  without: nullAdapter,
  mount: liked.mount(mountPlayer),
})
