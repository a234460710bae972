/** The picture of a hotspot question, and what of it each place is. */
import type { PlacedQuestion } from '../1-read/read-quiz'
import type { ScreenText } from '../1-read/screenplay'
import { nearest } from '../nearest'
import type { LinkedPicture, LinkedScreen } from '../tree'
import { linkScreen, type Context } from './link-screen'
import { pictureUnknown } from './messages'
import { Scope } from './scope'

/** None where the question is of another kind, or something in it was not found (said). */
export function linkPicture(
  { question, at, picture }: PlacedQuestion,
  screens: readonly LinkedScreen[],
  context: Context,
): readonly LinkedPicture[] {
  if (question.kind !== 'hotspot') return []
  const [id = '', nth = '1'] = question.picture.split('/')
  const screen = picture ? own(picture, context) : screens.find((one) => one.id === id)
  const { call, directors, diagnostics } = context
  if (!screen || (!picture && Number(nth) > screen.beats.length)) {
    const ids = screens.map((one) => one.id)
    diagnostics.add(
      pictureUnknown(
        at('picture'),
        question.picture,
        screen ? `a beat from 1 to ${screen.beats.length}` : 'a screen of this module',
        nearest(id, ids),
      ),
    )
    return []
  }
  const scope = new Scope(screen.stages, [], directors, call, diagnostics)
  const places = Object.entries(question.places).flatMap(([key, { part }]) => {
    const where = at('places', key)
    const target = scope.resolve(part, 'focus', where)
    return target && target !== 'skipped' ? [{ id: key, target, at: where }] : []
  })
  return [{ question: question.id, screen, beat: picture ? null : Number(nth) - 1, places }]
}

/** It has no slot: nobody ever stands on it. */
const own = (text: ScreenText, context: Context): LinkedScreen => linkScreen(text, { ...context, before: [], slot: () => 0 })
