import { startPlayer } from '../player/mount'
import { nullAdapter } from '../session/drivers/null'

void startPlayer({ window, adapter: nullAdapter, without: nullAdapter })
