/** When things happen: events and spans on an axis, one of them lit, and a hand that runs. */
import type { Direction, StageBlock } from '../../compile/tree'
import type { Canvas } from '../canvas'
import type { Cue, Direct, Director } from '../director'
import { badDirection, timelineFull } from '../messages'
import { presence } from '../presence'
import { checkStates } from '../vocabulary'
import { annotationsOf } from './annotations'
import { checkBlock } from './check-block'
import { axisOf, writeMoment } from './content'
import { drawAxis, drawHand, drawItem, type DrawnItem } from './draw'
import type { Room, TimelineLayout } from './layout'
import { layTall } from './layout-tall'
import { layWide } from './layout-wide'
import { drawStrip } from './strip'

export const timeline: Director = {
  kind: 'timeline',
  verbs: ['enter', 'exit', 'show', 'set', 'label', 'mark', 'focus', 'zoom', 'count', 'move', 'morph'],

  names(stage) {
    const { title, items, hand } = axisOf(stage)
    return new Map([
      ['', title || 'the timeline'],
      ...items.map((i): [string, string] => [i.id, `“${i.text}”`]),
      ...(hand ? [[hand.id, 'the hand'] as [string, string]] : []),
    ])
  },

  check: (stage, _call, diagnostics) => checkBlock(stage, diagnostics),

  tell(direction, stage) {
    return tell(direction, stage)
  },

  height(stage, cues, call, width, shape) {
    const size = shape === 'wide' ? 26 : 28
    const guess = (text: string, c: string) => text.length * size * (c.includes('m') ? 0.6 : 0.56)
    const box = { x: 0, y: 0, w: width, h: 600 }
    const notes = annotationsOf(cues, stage.name, call)
    const { needs } = lay({ axis: axisOf(stage), notes, lit: everLit(stage, cues), box, size, measure: guess }, shape)
    return shape === 'wide' ? { min: needs, ideal: needs + 40 } : { min: Math.max(300, needs), ideal: 828 }
  },

  direct(job) {
    checkStates(job)
    checkDirections(job)
    const { canvas, stage, cues, box } = job
    const axis = axisOf(stage)
    if (!axis.items.length) return
    const notes = annotationsOf(cues, stage.name, job.call)
    const lit = everLit(stage, cues)
    const layout = layLargest({ axis, notes, lit, box }, canvas)
    if (layout.needs > layout.has + 1)
      job.diagnostics.add(timelineFull(stage.at, `the events of \`${stage.name}\` (${job.shape})`, layout.needs, layout.has))
    const root = canvas.region({ in: job.parent, id: stage.name })
    if (axis.title) canvas.label(axis.title, { in: root, c: 'soft', x: box.x, y: layout.title }, { size: layout.size })
    drawAxis(canvas, axis, layout, root)
    const drawn = new Map(layout.spots.map((s) => [s.item.id, drawItem(job, layout, s, notes, lit.has(s.item.id), root)]))
    drawHand(job, axis, layout, root)
    light(job, axis.lit, drawn)
    come(job, drawn)
    presence(canvas, cues, new Map([...drawn].map(([id, d]) => [id, d.region])), stage.name, root)
  },

  strip: { height: 104, direct: drawStrip },
}

const lay = (room: Room, shape: 'wide' | 'tall') => (shape === 'wide' ? layWide(room) : layTall(room))
const SIZES = { wide: [34, 30, 28, 26], tall: [32, 30, 28] } as const
/** The share of its box that a timeline in larger type may take: the axis is to stay long, and the texts apart. */
const ROOMY = { length: 0.72, height: 0.8 } as const

/** The largest type that leaves the axis long. */
function layLargest(room: Omit<Room, 'size' | 'measure'>, canvas: Canvas): TimelineLayout {
  const tries = SIZES[canvas.shape].map((size) => lay({ ...room, size, measure: (text, c) => canvas.widthOf(text, size, c) }, canvas.shape))
  const long = (l: TimelineLayout) => canvas.shape === 'tall' || l.end - l.start >= room.box.w * ROOMY.length
  return tries.find((l) => l.needs <= l.has * ROOMY.height && long(l)) ?? (tries.at(-1) as TimelineLayout)
}
const isLighting = ({ direction: { verb } }: Cue): boolean => verb === 'focus' || verb === 'zoom'
const own = (cue: Cue, stage: string): readonly string[] => cue.direction.targets.filter((t) => t.stage === stage).map((t) => t.name)

/** Those that `lit:` or a `focus` names: their moment needs room. */
function everLit(stage: StageBlock, cues: readonly Cue[]): ReadonlySet<string> {
  return new Set([...axisOf(stage).lit, ...cues.filter(isLighting).flatMap((c) => own(c, stage.name))])
}

/** The lit ones are filled and bold, the rest goes quiet; a whole stage ends it. */
function light({ canvas, cues, stage }: Direct, first: readonly string[], drawn: ReadonlyMap<string, DrawnItem>): void {
  const turns = [{ at: 0, names: first }, ...cues.filter(isLighting).map((c) => ({ at: c.start, names: own(c, stage.name) }))]
  let before: readonly string[] = []
  for (const { at, names } of turns) {
    const now = names.filter((n) => drawn.has(n))
    for (const [id, { region, labels, lit }] of drawn) {
      const [was, is] = [before.includes(id), now.includes(id)]
      const [quietBefore, quiet] = [before.length > 0 && !was, now.length > 0 && !is]
      if (quiet !== quietBefore) canvas.key(region, 'c', at, 0, quiet ? 'quiet' : '')
      if (was === is) continue
      for (const node of lit) canvas.key(node, 'o', at, at ? 250 : 0, is ? 1 : 0)
      for (const label of labels) canvas.key(label, 'c', at, 0, is ? 'bold' : '')
    }
    before = now
  }
}

/** What a `show` names is not there before it. `mark` underlines. */
function come({ canvas, cues, stage }: Direct, drawn: ReadonlyMap<string, DrawnItem>): void {
  const met = new Set<string>()
  for (const cue of cues) {
    for (const name of own(cue, stage.name)) {
      const item = drawn.get(name)
      if (!item) continue
      if (cue.direction.verb === 'show') {
        if (!met.has(name)) canvas.key(item.region, 'o', 0, 0, 0)
        met.add(name)
        canvas.key(item.region, 'o', cue.start, cue.end - cue.start, 1)
      }
      if (cue.direction.verb === 'mark') {
        canvas.key(item.underline, 'o', cue.start, 250, 1)
        canvas.key(item.underline, 'o', cue.until, 250, 0)
      }
    }
  }
}

function checkDirections({ cues, stage, diagnostics }: Direct): void {
  const { hand, items, from, to } = axisOf(stage)
  for (const cue of cues) {
    const { verb, args, at } = cue.direction
    const [first, second] = own(cue, stage.name)
    if ((verb === 'count' || verb === 'move') && first !== hand?.id)
      diagnostics.add(
        badDirection(
          at,
          `${verb}[${first || stage.name}]`,
          hand ? `the hand, \`${hand.id}\`` : 'a hand: `hand: 0` in the block',
          'only the hand runs',
        ),
      )
    else if (verb === 'count' && (Number(args.to) < from || Number(args.to) > to || args.to === undefined))
      diagnostics.add(
        badDirection(
          at,
          `to=${String(args.to ?? '')}`,
          `a moment from ${from} to ${to}`,
          'name a moment on the axis, or make the axis longer',
        ),
      )
    else if (verb === 'move' && !items.some((i) => i.id === second))
      diagnostics.add(badDirection(at, `move to \`${second ?? ''}\``, items.map((i) => i.id).join(', '), 'name an event or a span'))
    if (['set', 'label', 'mark', 'show'].includes(verb) && own(cue, stage.name).some((n) => !items.some((i) => i.id === n)))
      diagnostics.add(
        badDirection(at, `${verb}[${first || stage.name}]`, `an event or a span, such as \`${items[0]?.id ?? ''}\``, 'say which one'),
      )
  }
}

function tell({ verb, targets, args }: Direction, stage: StageBlock): string | null {
  const { items, unit, hand, lit } = axisOf(stage)
  const found = targets.flatMap((t) => items.find((i) => i.id === t.name) ?? [])
  const says = found.map((i) => `“${i.text}” ${i.kind === 'event' ? 'at' : 'from'} ${i.says}`)
  const all = says.join(' and ')
  const one = found.length === 1
  if (verb === 'show' || (verb === 'enter' && all)) return `${all} ${one ? 'appears' : 'appear'} on the axis`
  if (verb === 'focus' || verb === 'zoom') return all ? `${all} ${one ? 'is' : 'are'} lit` : 'all events are alike again'
  if (verb === 'enter') {
    const shown = items.filter((i) => lit.includes(i.id)).map((i) => `“${i.text}”`)
    return `a timeline of ${items.length} moments appears${shown.length ? `; lit: ${shown.join(', ')}` : ''}`
  }
  if (verb === 'count' && hand) return `the hand runs to ${writeMoment(Number(args.to), unit)}`
  if (verb === 'move' && hand) return `the hand goes to ${all}`
  return null
}
