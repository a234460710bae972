/** Phase 2: names looked up, values filled in, slots given, words found. */
import type { ModuleText } from '../1-read/read'
import { noSlots, sorts, type Slots, type Sort } from '../1-read/read-slots'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { At, Call, LinkedModule, LinkedScreen } from '../tree'
import { linkPicture } from './link-picture'
import { linkChecks, linkQuiz } from './link-quiz'
import { linkScreen, type Context } from './link-screen'
import { idTwice, noSlot, noSlotFile } from './messages'
import type { Directors } from './scope'
import { captionOf } from './to-html'
import { checkValues } from './values'
import { fill } from '../1-read/placeholders'

const singular: Readonly<Record<Sort, string>> = { screens: 'screen', predictions: 'prediction', questions: 'question', goals: 'goal' }

/** `modules`: all of them as they were read; a recall asks again what another one asked. */
export function link(
  module: ModuleText,
  modules: readonly ModuleText[],
  call: Call,
  directors: Directors,
  diagnostics: Diagnostics,
): LinkedModule {
  const { screenplay, quiz, sources } = module
  for (const [file, source] of sources) checkValues(file, source, call, diagnostics)
  if (!module.hasSlots) diagnostics.add(noSlotFile(screenplay.at, module.folder))
  const slots = module.slots ?? noSlots
  const slot = slotGiver(slots, module.slots !== null, diagnostics)
  const screens: LinkedScreen[] = []
  const texts = screenplay.screens
  const quizContext = { module: screenplay.front.id, screens: texts, values: call.values, diagnostics, slot }
  const asked = new Set(texts.flatMap(({ beats }) => beats.flatMap(({ ask }) => (ask?.kind === 'check' ? [ask.id] : []))))
  const common: Omit<Context, 'before'> = {
    call,
    directors,
    diagnostics,
    definitions: screenplay.definitions,
    checks: quiz ? linkChecks(quiz, asked, quizContext) : new Map(),
    checkNames: (quiz?.checks ?? []).map(({ question }) => question.id),
    recall: recalls(modules.filter((one) => one !== module)),
    slot,
  }
  for (const text of texts) screens.push(linkScreen(text, { ...common, before: [...screens] }))
  const pictured = [...(quiz?.questions ?? []), ...(quiz?.checks ?? []).filter(({ question }) => asked.has(question.id))]
  const { id, number, title, objectives } = screenplay.front
  return {
    id,
    number,
    title: fill(title, call.values),
    objectives: objectives.map((objective) => captionOf(objective, call.values).html),
    screens,
    quiz: quiz && quiz.draw > 0 ? linkQuiz(quiz, quizContext) : null,
    pictures: pictured.flatMap((placed) => linkPicture(placed, screens, { ...common, before: screens })),
    slots: Object.fromEntries(sorts.map((sort) => [sort, 1 + Math.max(-1, ...Object.values(slots[sort]))])) as LinkedModule['slots'],
  }
}

function recalls(modules: readonly ModuleText[]): Context['recall'] {
  return (module, prediction) => {
    const screenplay = modules.find((one) => one.screenplay.front.id === module)?.screenplay
    const asks = (screenplay?.screens ?? []).flatMap(({ beats }) => beats.flatMap(({ ask }) => (ask?.kind === 'predict' ? [ask] : [])))
    const text = asks.find(({ id }) => id === prediction)
    if (text && screenplay) return { text, title: screenplay.front.title }
    const ids = modules.map((one) => one.screenplay.front.id)
    return {
      near: screenplay
        ? nearest(
            prediction,
            asks.map(({ id }) => id),
          ).map((id) => `${module}/${id}`)
        : nearest(module, ids),
    }
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
