import { startPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'
import { scorm12 } from '../session/drivers/scorm12'
import { journaled } from '../session/journaled'
import { probePackage } from './probe'

void startPlayer({
  window,
  adapter: (course, trace) => {
    const options = { window, course, probe: probePackage(window), trace }
    return journaled(scorm12(options), options)
  },
  without: nullAdapter,
})
