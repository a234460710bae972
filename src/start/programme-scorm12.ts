import { mountProgramme } from '../player/programme/mount-programme'
import { startPlayer } from '../player/launch'
import { scorm12 } from '../session/drivers/scorm12'
import { scorm } from './scorm'

void startPlayer({ ...scorm(scorm12), mount: mountProgramme })
