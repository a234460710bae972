import { mountPlayer } from '../player/mount'
import { startPlayer } from '../player/launch'
import { scorm2004 } from '../session/drivers/scorm2004'
import { scorm } from './scorm'

void startPlayer({ ...scorm(scorm2004), mount: mountPlayer })
