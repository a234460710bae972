import { startPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'
import { scorm2004 } from '../session/drivers/scorm2004'
import { probePackage } from './probe'

void startPlayer({
  window,
  adapter: (course) => scorm2004({ window, course, probe: probePackage(window) }),
  without: nullAdapter,
})
