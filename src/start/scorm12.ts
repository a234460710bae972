import { startPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'
import { scorm12 } from '../session/drivers/scorm12'
import { probePackage } from './probe'

void startPlayer({
  window,
  adapter: (course) => scorm12({ window, course, probe: probePackage(window) }),
  without: nullAdapter,
})
