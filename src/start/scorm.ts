/** What every package for SCORM starts with: its driver, the journal beside it, and a way on where the LMS does not answer. */
import type { CourseMap } from '../model/course-map'
import type { StartOptions } from '../player/launch'
import { nullAdapter } from '../session/drivers/null'
import { journaled } from '../session/journaled'
import type { DriverOptions } from '../session/page'
import type { LmsAdapter } from '../session/port'
import { probePackage } from './probe'
import type { Relaying } from './relaying'

type Parts = 'window' | 'adapter' | 'without'

export const scorm = (driver: (options: DriverOptions) => LmsAdapter): Pick<StartOptions<CourseMap>, Parts> => ({
  window,
  adapter: (course, trace) => {
    const options = { window, course, probe: probePackage(window), trace }
    const lms = journaled(driver(options), options)
    return (window as Relaying).relayed?.(lms, options) ?? lms
  },
  without: nullAdapter,
})
