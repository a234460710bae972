import { startPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'
import { scorm2004 } from '../session/drivers/scorm2004'
import { journaled } from '../session/journaled'
import { probePackage } from './probe'

void startPlayer({
  window,
  adapter: (course, trace) => {
    const options = { window, course, probe: probePackage(window), trace }
    return journaled(scorm2004(options), options)
  },
  without: nullAdapter,
})
