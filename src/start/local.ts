import { mountPlayer } from '../player/mount'
import { startPlayer } from '../player/launch'
import { local } from '../session/drivers/local'
import { nullAdapter } from '../session/drivers/null'

void startPlayer({ window, adapter: (course) => local({ window, course }), without: nullAdapter, mount: mountPlayer })
