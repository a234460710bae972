/** All parts, in the order of the page: what to do, people, the course, its questions, and where the figures come from. */
import type { Part } from './part'
import { activity } from './parts/activity'
import { headline } from './parts/headline'
import { help } from './parts/help'
import { items } from './parts/items'
import { lead } from './parts/lead'
import { matrix } from './parts/matrix'
import { method } from './parts/method'
import { predictions } from './parts/predictions'
import { goals, rejected } from './parts/rest'
import { road } from './parts/road'
import { stops } from './parts/stops'
import { time } from './parts/time'

export const parts: readonly Part[] = [
  lead,
  headline,
  activity,
  help,
  matrix,
  road,
  time,
  stops,
  items,
  predictions,
  goals,
  rejected,
  method,
]
