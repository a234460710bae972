/** A timeline at the foot of a tall frame whose main stage acts: the axis with its moments, and the words of the one last spoken of. */
import type { Direct } from '../director'
import { axisOf, type Item } from './content'
import { drawHand } from './draw'
import { placer, type TimelineLayout } from './layout'

const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
const BAR = 12

export function drawStrip(job: Direct): void {
  const { canvas, stage, box, cues } = job
  const axis = axisOf(stage)
  const { size } = canvas
  const root = canvas.region({ in: job.parent, id: `${stage.name} strip` })
  const [start, end] = [box.x + 12, box.x + box.w - 12]
  const y = box.y + size * 1.5
  const place = placer(axis, start, end)
  canvas.path(`M${start} ${y}H${end}`, { in: root, c: 'http' })
  const turns = cues.flatMap((c) =>
    ['show', 'focus', 'zoom', 'mark', 'set', 'label'].includes(c.direction.verb)
      ? c.direction.targets.filter((t) => t.stage === stage.name && t.name).map((t) => ({ id: t.name, at: c.start }))
      : [],
  )
  for (const item of axis.items) {
    const region = canvas.region({ in: root })
    const shown = cues.find((c) => c.direction.verb === 'show' && c.direction.targets.some((t) => t.name === item.id))
    if (shown) {
      canvas.key(region, 'o', 0, 0, 0)
      canvas.key(region, 'o', shown.start, 300, 1)
    }
    if (item.kind === 'event') canvas.path(circle(7), { in: region, c: 'hop', x: place(item.from), y })
    else
      canvas.box({ x: place(item.from), y: y + 12, w: Math.max(4, place(item.to) - place(item.from)), h: BAR }, { in: region, c: 'bar' }, 3)
    speak(item, region)
  }
  drawHand({ ...job, shape: 'wide' }, axis, { place, axis: y, size } as TimelineLayout, root)

  /** Its words stand over it while it is the one last spoken of. */
  function speak(item: Item, parent: number): void {
    const own = turns.filter((t) => t.id === item.id)
    if (!own.length) return
    const w = canvas.widthOf(item.text, size, 'mid')
    const x = Math.min(Math.max(place(item.from) - (item.kind === 'event' ? w / 2 : 0), box.x), box.x + box.w - w)
    const label = canvas.label(item.text, { in: parent, c: 'mid', x, y: y - size * 0.55, o: 0 })
    turns.forEach((turn, i) => {
      if (turn.id === item.id) canvas.key(label, 'o', turn.at, 200, 1)
      else if (turns[i - 1]?.id === item.id) canvas.key(label, 'o', turn.at, 200, 0)
    })
  }
}
