import { startPlayer } from '../player/mount'
import { local } from '../session/drivers/local'
import { nullAdapter } from '../session/drivers/null'

void startPlayer({ window, adapter: (course) => local({ window, course }), without: nullAdapter })
