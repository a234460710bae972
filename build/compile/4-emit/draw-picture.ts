/** The picture of a hotspot question, and where in it each place lies, wide and tall. */
import type { Screen } from '../../../src/model/course'
import type { Area, Question } from '../../../src/model/quiz'
import type { Scene } from '../../../src/model/scene'
import type { QuestionId } from '../../../src/model/units'
import { frameAt } from '../../../src/scene/frame-at'
import { boundsOf } from '../../stage/bounds'
import { clip } from '../../stage/clip'
import { round, type Rect } from '../../stage/geometry'
import { captionOf } from '../2-link/to-html'
import type { LinkedPicture } from '../tree'
import { describe, spokenNames } from './describe'
import { drawChain } from './draw-chain'
import type { EmitContext } from './emit-module'
import { nothingThere, placesOverlap } from './messages'

/** A finger is as wide as this on the smallest frame. */
const LEAST = 96
const AIR = 10

interface Drawn {
  readonly id: QuestionId
  fill(question: Question): Question
}

export function drawPicture(
  { question: id, screen, beat, places }: LinkedPicture,
  screens: readonly Screen[],
  context: EmitContext,
): Drawn {
  const known = beat === null ? undefined : screens.find((one) => one.id === screen.id)
  const moment = known && beat !== null ? known.beats[beat] : undefined
  const at = moment ? moment.start + moment.length - 1 : 0
  const stage = known ? known.stage : still(drawChain([screen], context)[0]!.stage)
  const spoken = spokenNames(screen, context.call)
  const areas = places.map(({ id: key, target, at: where }) => {
    const name = target.part ? `${target.name}.${target.part}` : target.name
    const in_ = (scene: Scene): Area => {
      const found = boundsOf(scene, frameAt(scene, at), target.stage, name)
      if (!found) context.diagnostics.add(nothingThere(where, name || target.stage))
      return found ? areaOf(found, scene) : [0, 0, 0, 0]
    }
    const called = spoken.get(`${target.stage} ${name}`) ?? name
    return { key, where, called: captionOf(called, new Map()).html, wide: in_(stage.wide), tall: in_(stage.tall) }
  })
  areas.forEach((a, i) => {
    const other = areas.slice(0, i).find((b) => lieOver(a.wide, b.wide) || lieOver(a.tall, b.tall))
    if (other) context.diagnostics.add(placesOverlap(a.where, a.key, other.key))
  })
  return {
    id,
    fill(question) {
      if (question.kind !== 'hotspot') return question
      const options = question.options.map((option) => {
        const area = areas.find(({ key }) => key === option.id)
        return area ? { ...option, html: option.html || area.called, wide: area.wide, tall: area.tall } : option
      })
      const description = describe(
        screen.beats.flatMap(({ directions }) => directions),
        spoken,
      )
      return { ...question, options, ...(known ? {} : { picture: { ...stage, description } }) }
    },
  }
}

/** Its last frame, and nothing that moves. */
const still = ({ wide, tall }: { readonly wide: Scene; readonly tall: Scene }) => ({
  wide: clip(wide, wide.length - 1, wide.length),
  tall: clip(tall, tall.length - 1, tall.length),
})

/** Large enough to be hit, within the frame. */
function areaOf({ x, y, w, h }: Rect, { width, height }: Scene): Area {
  const [wide, high] = [Math.min(width, Math.max(LEAST, w + 2 * AIR)), Math.min(height, Math.max(LEAST, h + 2 * AIR))]
  const within = (middle: number, size: number, of: number): number => round(Math.min(Math.max(0, middle - size / 2), of - size))
  return [within(x + w / 2, wide, width), within(y + h / 2, high, height), round(wide), round(high)]
}

/** More than a third of the smaller one is under the other. */
function lieOver([ax, ay, aw, ah]: Area, [bx, by, bw, bh]: Area): boolean {
  const w = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
  const h = Math.min(ay + ah, by + bh) - Math.max(ay, by)
  return w > 0 && h > 0 && w * h > Math.min(aw * ah, bw * bh) / 3
}
