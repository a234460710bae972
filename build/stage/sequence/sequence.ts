/** A ladder of messages: one lifeline a lane, every message the next rung. Rungs stay; old ones go soft, and scroll away. */
import { badBlock } from '../messages'
import type { Canvas } from '../canvas'
import type { Direct, Director } from '../director'
import { actorsOf, clockOf } from '../network/cast'
import { presence, quieting } from '../presence'
import { checkStates } from '../vocabulary'
import { laneNames, layLanes, type Lane } from './lanes'
import { drawRung } from './draw-rung'
import { rungsOf, type Rung } from './rungs'

const PARTS = ['host', 'address', 'srflx', 'relay', 'ipv6', 'mdns', 'certificate', 'fingerprint']

export const sequence: Director = {
  kind: 'sequence',
  verbs: ['enter', 'exit', 'show', 'send', 'link', 'unlink', 'set', 'label', 'focus', 'zoom', 'move', 'count', 'morph'],

  names(stage, call) {
    const actors = actorsOf({ ...stage, data: { ...stage.data, show: [] } }, call)
    const names = new Map<string, string>([['', stage.name]])
    for (const { id } of laneNames(stage)) {
      const name = String(actors.get(id)?.name ?? id)
      names.set(id, name)
      for (const part of PARTS)
        names.set(`${id}.${part}`, part === 'certificate' || part === 'fingerprint' ? `${name}’s ${part}` : `${name}’s address`)
    }
    const clock = clockOf(stage)
    if (clock) names.set(clock.id, 'the call clock')
    return names
  },

  check(stage, call, diagnostics) {
    const lanes = laneNames(stage)
    const actors = actorsOf({ ...stage, data: { ...stage.data, show: [] } }, call)
    if (lanes.filter((l) => !l.between).length < 2)
      diagnostics.add(badBlock(stage.at, 'fewer than two lanes', '`lanes: [ana, site, ben]`', 'name two or more lanes in `lanes:`'))
    for (const lane of lanes)
      if (!actors.has(lane.id))
        diagnostics.add(
          badBlock(
            stage.lineOf('lanes'),
            `lane \`${lane.id}\``,
            `one of ${Object.keys(call.cast).join(', ')}`,
            'name an actor of modules/call.yaml or of this block',
          ),
        )
  },

  height(_stage, cues, _call, _width, shape) {
    const rungs = cues.filter((c) => ['send', 'label', 'show', 'link'].includes(c.direction.verb)).length
    const head = shape === 'wide' ? 126 : 140
    return { min: head + Math.min(rungs, 4) * 66, ideal: head + rungs * 76 }
  },

  direct(job) {
    const { canvas, stage, cues, call, box } = job
    const lanes = layLanes(stage, call, box, canvas)
    const root = canvas.region({ in: job.parent, id: stage.name })
    const heads = canvas.region({ in: root })
    const ladder = canvas.region({ in: root })
    const headHeight = 84 + Math.max(...lanes.map((l) => l.lines.length)) * canvas.size * 1.12 + 10
    const regions = new Map(lanes.map((lane) => [lane.id, drawLane(canvas, lane, box.y, headHeight, box.y + box.h, heads)]))
    presence(canvas, cues, regions, stage.name, root)
    quieting(canvas, cues, regions, stage.name)
    moveLanes(job, lanes, regions)
    checkStates(job)
    const rungs = rungsOf(cues, lanes, call, canvas, box.w)
    scroll(job, rungs, ladder, box.y + headHeight + 6, box.h - headHeight - 10)
  },
}

const scales: Readonly<Record<string, number>> = { laptop: 0.66, attacker: 0.66, phone: 0.6, server: 0.7, nat: 0.72, firewall: 0.72 }
const tokens: Readonly<Record<string, string>> = { attacker: 'laptop', nat: 'door-shut', firewall: 'door-shut' }

/** Head and lifeline in one region, so that a lane enters, leaves and goes quiet as a whole. */
function drawLane(canvas: Canvas, lane: Lane, top: number, head: number, bottom: number, heads: number): number {
  const region = canvas.region({ in: heads, c: lane.who, id: lane.id, x: lane.x, y: top })
  canvas.path(`M0 ${head}V${bottom - top}`, { in: region, c: 'lifeline' })
  canvas.token(tokens[lane.is] ?? lane.is, { in: region, y: 42, s: scales[lane.is] ?? 0.7 })
  lane.lines.forEach((line, i) =>
    canvas.label(line, { in: region, c: 'bold', y: 84 + canvas.size * (0.86 + i * 1.12) }, { anchor: 'middle' }),
  )
  return region
}

function moveLanes({ canvas, cues }: Direct, lanes: readonly Lane[], regions: ReadonlyMap<string, number>): void {
  for (const cue of cues.filter((c) => c.direction.verb === 'move')) {
    const [who, to] = cue.direction.targets.map((t) => lanes.find((l) => l.id === t.name))
    const region = who && regions.get(who.id)
    if (!who || !to || region === undefined) continue
    // As near as the names allow.
    const near = (widest(canvas, who) + widest(canvas, to)) / 2 + canvas.size * 0.5
    const x = to.x + Math.sign(who.x - to.x || 1) * Math.max(near, Math.abs(who.x - to.x) / 2)
    canvas.key(region, 'x', cue.start, cue.end - cue.start, x)
  }
}

const widest = (canvas: Canvas, { lines }: Lane): number => Math.max(...lines.map((line) => canvas.widthOf(line, canvas.size, 'bold')))

/** Rungs below each other; when the ladder is full the oldest leave at the top. */
function scroll(job: Direct, rungs: readonly Rung[], ladder: number, top: number, room: number): void {
  const { canvas } = job
  let y = 0
  let shift = 0
  const drawn: { readonly node: number; readonly y: number; readonly h: number; gone: boolean }[] = []
  for (const [i, rung] of rungs.entries()) {
    // Notes that come together on different lifelines share a row.
    const before = rungs[i - 1]
    if (before && together(before, rung)) y -= before.height
    const overflow = y + rung.height - room
    if (overflow > shift) {
      shift = overflow
      const first = drawn.find((d) => !d.gone && d.y >= shift - 1)
      if (first) shift = Math.max(shift, first.y)
      canvas.key(ladder, 'y', rung.cue.start, 250, -shift)
      for (const d of drawn) {
        if (d.gone || d.y >= shift - 1) continue
        canvas.key(d.node, 'o', rung.cue.start, 200, 0)
        d.gone = true
      }
    }
    drawn.push({ node: drawRung(job, rung, ladder, top + y), y, h: rung.height, gone: false })
    y += Math.max(rung.height, before && together(before, rung) ? before.height : 0)
  }
}

const together = (a: Rung, b: Rung): boolean =>
  a.kind === 'note' && b.kind === 'note' && a.cue.start === b.cue.start && a.lanes[0]?.id !== b.lanes[0]?.id
