/** What the syllabus promises: the module's name, its topics, its minutes. */
import { topicsOf, type OutlineModule } from '../1-read/read-outline'
import type { ModuleText } from '../1-read/read'
import { coverageOf } from '../coverage'
import type { Diagnostics } from '../diagnostic'
import { runningTime } from '../running-time'
import type { LinkedModule } from '../tree'
import { outlineDiffers, runningTimeOff, topicsMissing, topicUnknown } from './messages'

const TOLERANCE = 0.1

export function checkOutline(module: LinkedModule, text: ModuleText, outlines: readonly OutlineModule[], diagnostics: Diagnostics): void {
  const { at } = text.screenplay
  const folder = `${String(module.number).padStart(2, '0')}-${module.id}`
  if (folder !== text.folder)
    diagnostics.add(outlineDiffers(at, `module ${module.number} “${module.id}” in ${text.folder}`, `the folder ${folder}`))
  const outline = outlines.find(({ number }) => number === module.number)
  if (!outline || outline.id !== module.id) {
    const known = outline ? `module ${module.number} is \`${outline.id}\`` : 'a module of outline.yaml'
    diagnostics.add(outlineDiffers(at, `module ${module.number}, \`${module.id}\``, known))
    return
  }
  checkTopics(module, outline, text, diagnostics)
  const { minutes } = runningTime(module)
  const [least, most] = [outline.minutes.running * (1 - TOLERANCE), outline.minutes.running * (1 + TOLERANCE)]
  if (minutes < least || minutes > most) diagnostics.add(runningTimeOff(at, minutes, least, most))
}

function checkTopics(module: LinkedModule, outline: OutlineModule, text: ModuleText, diagnostics: Diagnostics): void {
  const topics = topicsOf(outline)
  const ids = topics.map(({ id }) => id)
  for (const screen of module.screens) {
    for (const id of screen.covers) if (!ids.includes(id)) diagnostics.add(topicUnknown(screen.at, id, ids[0] ?? '', ids.at(-1) ?? ''))
  }
  const { missing } = coverageOf(module, outline)
  // A heading over parts is covered by them: naming the parts that are missing says it all.
  const owed = topics.filter(({ id, parts = [] }) => parts.length === 0 && missing.includes(id))
  if (owed.length > 0) diagnostics.add(topicsMissing(text.screenplay.at, owed))
}
