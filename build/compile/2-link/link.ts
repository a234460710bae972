/** Phase 2: names looked up, values filled in, slots given, words found. */
import type { ModuleText } from '../1-read/read'
import { noSlots, sorts, type Slots, type Sort } from '../1-read/read-slots'
import type { Diagnostics } from '../diagnostic'
import type { At, Call, LinkedModule, LinkedScreen } from '../tree'
import { linkQuiz } from './link-quiz'
import { linkScreen, type Context } from './link-screen'
import { idTwice, noSlot, noSlotFile } from './messages'
import type { Directors } from './scope'
import { captionOf } from './to-html'
import { checkValues } from './values'
import { fill } from '../1-read/placeholders'

const singular: Readonly<Record<Sort, string>> = { screens: 'screen', predictions: 'prediction', questions: 'question', goals: 'goal' }

export function link(module: ModuleText, call: Call, directors: Directors, diagnostics: Diagnostics): LinkedModule {
  const { screenplay, quiz, sources } = module
  for (const [file, source] of sources) checkValues(file, source, call, diagnostics)
  if (!module.hasSlots) diagnostics.add(noSlotFile(screenplay.at, module.folder))
  const slots = module.slots ?? noSlots
  const slot = slotGiver(slots, module.slots !== null, diagnostics)
  const screens: LinkedScreen[] = []
  for (const text of screenplay.screens) {
    const context: Context = {
      call,
      directors,
      diagnostics,
      definitions: screenplay.definitions,
      before: screens.map(({ id }) => id),
      slot,
    }
    screens.push(linkScreen(text, context))
  }
  const { id, number, title, objectives } = screenplay.front
  return {
    id,
    number,
    title: fill(title, call.values),
    objectives: objectives.map((objective) => captionOf(objective, call.values).html),
    screens,
    quiz: quiz && linkQuiz(quiz, { module: id, screens: screenplay.screens, values: call.values, diagnostics, slot }),
    slots: Object.fromEntries(sorts.map((sort) => [sort, 1 + Math.max(-1, ...Object.values(slots[sort]))])) as LinkedModule['slots'],
  }
}

/** The number of an id for ever; asks twice for an id, and it says that the id stands twice. */
function slotGiver(slots: Slots, given: boolean, diagnostics: Diagnostics) {
  const seen = new Map<string, At>()
  return (sort: Sort, id: string, at: At): number => {
    const key = `${sort} ${id}`
    const first = seen.get(key)
    if (first) diagnostics.add(idTwice(at, singular[sort], id, first))
    else seen.set(key, at)
    const slot = Object.hasOwn(slots[sort], id) ? slots[sort][id] : undefined
    if (slot === undefined && given && !first) diagnostics.add(noSlot(at, singular[sort], id))
    return slot ?? 0
  }
}
