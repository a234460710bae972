import type { Course, Module } from '../model/course'
import type { CourseMap } from '../model/course-map'
import { startPlayer } from '../player/launch'
import { mountProgramme } from '../player/programme/mount-programme'
import { nullAdapter } from '../session/drivers/null'
import { tincan } from '../session/drivers/tincan'
import { journaled } from '../session/journaled'

/** The course as it is known by now: statements define what they are about in full, and a module is whole only once it was opened. */
const known: Module[] = []

void startPlayer<CourseMap>({
  window,
  adapter: (map, trace) => {
    known.push(...(map as Course).modules)
    const options = { window, course: { ...(map as Course), modules: known }, trace, random: Math.random }
    return journaled(tincan(options), options)
  },
  without: nullAdapter,
  mount: (mount) => mountProgramme(mount, (module) => void (known[known.findIndex(({ id }) => id === module.id)] = module)),
})
