import { mountPlayer } from '../player/mount'
import { startPlayer } from '../player/launch'
import { nullAdapter } from '../session/drivers/null'

void startPlayer({ window, adapter: nullAdapter, without: nullAdapter, mount: mountPlayer })
