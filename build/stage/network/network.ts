/** Who talks to whom: rooms with doors, packets that travel, connections that stand. */
import { badBlock, badDirection, doesNotFit } from '../messages'
import type { Cue, Direct, Director } from '../director'
import { actorsOf, clockOf, membersOf, type Member } from './cast'
import { drawLinks } from './links'
import { layOut, TABLE_ROW } from './layout'
import { layoutAt } from './moves'
import { drawNotebook, folded, needOf, notebookOf, type Leads } from './notebook'
import { drawNotes } from './notes'
import { drawPictures } from './pictures'
import { drawPacket, type Layers } from './packet'
import { drawScenery } from './scenery'
import { lanesOf } from './lanes'
import { presence, quieting } from '../presence'
import { checkStates } from '../vocabulary'
import { drawStates } from './states'

const PARTS = ['host', 'address', 'srflx', 'relay', 'ipv6', 'mdns']

export const network: Director = {
  kind: 'network',
  verbs: ['enter', 'exit', 'show', 'send', 'link', 'unlink', 'set', 'label', 'focus', 'zoom', 'move', 'count', 'morph'],

  names(stage, call) {
    const names = new Map<string, string>([['', stage.name]])
    for (const [id, actor] of actorsOf(stage, call)) {
      names.set(id, String(actor.name))
      for (const part of PARTS)
        if (typeof actor[part] === 'string') names.set(`${id}.${part}`, `${actor.name}’s address ${String(actor[part])}`)
      if (Array.isArray(actor.table)) names.set(`${id}.table`, `${actor.name}’s table`)
    }
    const clock = clockOf(stage)
    if (clock) names.set(clock.id, 'the call clock')
    return names
  },

  check(stage, call, diagnostics) {
    for (const [id, actor] of actorsOf(stage, call)) {
      const at = stage.lineOf(id)
      const kinds = ['laptop', 'phone', 'server', 'nat', 'firewall', 'attacker', 'clock']
      if (!kinds.includes(String(actor.is)))
        diagnostics.add(
          badBlock(
            at,
            `\`${id}\` is ${actor.is === undefined ? 'not in modules/call.yaml' : `“${String(actor.is)}”`}`,
            kinds.join(', '),
            `write \`${id}: { is: server, name: …, place: middle }\`, or add it to modules/call.yaml`,
          ),
        )
    }
    const shown = stage.data.show
    for (const id of Array.isArray(shown) ? shown.map(String) : [])
      if (!actorsOf(stage, call).has(id))
        diagnostics.add(
          badBlock(
            stage.lineOf('show'),
            `\`${id}\` in show`,
            `one of ${Object.keys(call.cast).join(', ')}`,
            'name an actor of modules/call.yaml or of this block',
          ),
        )
  },

  height(stage, cues, call, _width, shape) {
    const members = membersOf(
      stage,
      cues.map((c) => c.direction),
      call,
    )
    const lines = members.filter((m) => m.table).length > 1 ? 2 : 1
    const rows = members.map((m) =>
      m.table ? Math.max(1, notebookOf(m.table, cues, m.id, call).rows.length) * Math.min(lines, m.table.length) : 0,
    )
    const tables = rows.reduce((sum, n) => sum + (n ? 44 + n * TABLE_ROW : 0), 0)
    const servers = members.some((m) => m.side === 'middle')
    if (shape === 'wide') return { min: 330 + (servers ? 40 : 0), ideal: 608 }
    // Two rooms, the routers' names and tables, and a ticket between them.
    return { min: members.some((m) => m.table) ? 470 + tables + 104 : 540, ideal: 828 }
  },

  direct(job) {
    const { canvas, call, stage, cues } = job
    const members = membersOf(
      stage,
      cues.map((c) => c.direction),
      call,
    )
    if (!fits(job, members)) return
    const byId = new Map(members.map((m) => [m.id, m]))
    const room = tableRoom(members, canvas.shape)
    const books = new Map(
      members.flatMap((m) => (m.table ? [[m.id, folded(canvas, notebookOf(m.table, cues, m.id, call), room)] as const] : [])),
    )
    const layout = layOut(members, new Map([...books].map(([id, b]) => [id, needOf(canvas, b)])), job.box, canvas)
    const root = canvas.region({ in: job.parent, id: stage.name })
    const layers: Layers = {
      ground: canvas.region({ in: root }),
      lines: canvas.region({ in: root }),
      cast: canvas.region({ in: root }),
      notes: canvas.region({ in: root }),
      packets: canvas.region({ in: root }),
    }
    for (const [id, book] of books) {
      const door = layout.doors.get(id)
      if (door && needOf(canvas, book).width > door.table.width)
        job.diagnostics.add(
          doesNotFit(
            stage.lineOf(id, 'table'),
            `the table of \`${id}\` (${canvas.shape})`,
            needOf(canvas, book).width,
            door.table.width,
            'use fewer columns or shorter cells',
          ),
        )
    }
    const scenery = drawScenery(
      canvas,
      members,
      layout,
      layers,
      typeof stage.data.outside === 'string' ? stage.data.outside : 'the internet',
      firstOpenings(cues, byId),
    )
    const leads = new Map<string, Leads>()
    for (const [id, book] of books) {
      const door = layout.doors.get(id)
      const lead = door && drawNotebook(canvas, book, door, layers, scenery.regions.get(id) ?? layers.notes, id)
      if (lead) leads.set(id, lead)
    }
    presence(canvas, cues, scenery.regions, stage.name, root)
    quieting(canvas, cues, scenery.regions, stage.name)
    const opened = new Map<string, number>()
    const open = (door: string, at: number) => {
      if ((opened.get(door) ?? Infinity) <= at) return
      opened.set(door, at)
    }
    checkStates(job)
    for (const cue of cues) if (cue.direction.verb === 'show') checkShown(job, cue)
    const context = { canvas, call, layout, members: byId, layers, cues, scenery }
    drawNotes(context, stage)
    drawPictures(job, context)
    drawLinks(context, open)
    const lanes = lanesOf(cues, byId, layout)
    const sends = cues.filter((c) => c.direction.verb === 'send' && reachable(job, c, byId))
    for (const beat of new Set(sends.map((c) => c.beat))) {
      const words = sends
        .filter((c) => c.beat === beat)
        .map((cue) =>
          drawPacket({
            ...{ cue, canvas, call, layers, members: byId, onDoor: open },
            ...(lanes.get(cue) ?? { lane: 0, number: 0 }),
            layout: layoutAt(canvas, layout, byId, cues, cue.start),
          }),
        )
      for (const write of words) write()
    }
    drawStates(context, opened, leads)
  },
}

/** How wide a router's table may be before it is folded: two share what lies between the rooms. */
function tableRoom(members: readonly Member[], shape: 'wide' | 'tall'): number {
  const both = members.filter((m) => m.table).length > 1
  if (shape === 'wide') return both ? 318 : Infinity
  return members.some((m) => m.side === 'right') ? 326 : Infinity
}

/** When a door opens first: told to, by its first row, or because somebody behind it sends or is reached. */
function firstOpenings(cues: readonly Cue[], members: ReadonlyMap<string, Member>): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { direction, start } of cues) {
    const { verb, targets, args } = direction
    const reached = targets.slice(0, targets.findIndex((t) => t.name === args.lost) + 1 || targets.length)
    const crossed = verb === 'send' || verb === 'link' ? reached.flatMap((t) => members.get(t.name)?.behind ?? []) : []
    const told = verb === 'set' && args.state === 'open' ? targets.map((t) => t.name) : []
    const written = verb === 'show' ? targets.filter((t) => t.part === 'table').map((t) => t.name) : []
    for (const door of [...told, ...written, ...crossed]) if (!first.has(door)) first.set(door, start)
  }
  return first
}

/** `show` is for parts: an address, a row of a router's table. */
function checkShown(job: Direct, { direction }: Cue): void {
  const whole = direction.targets.find((t) => t.stage === job.stage.name && !t.part)
  if (whole)
    job.diagnostics.add(
      badDirection(
        direction.at,
        `show[${whole.name || whole.stage}]`,
        `a part, such as ${whole.name || 'ana'}.host`,
        'for an actor write `enter`',
      ),
    )
  const table = direction.targets.find((t) => t.stage === job.stage.name && t.part === 'table')
  if (table && typeof direction.args.row !== 'string')
    job.diagnostics.add(badDirection(direction.at, `show[${table.name}.table] without a row`, '`{row="a | b"}`', 'say which row appears'))
}

/** A way of two or more who are on stage; `lost` is one of them. */
function reachable(job: Direct, cue: Cue, members: ReadonlyMap<string, Member>): boolean {
  const { direction } = cue
  const names = direction.targets.map((t) => t.name)
  const absent = names.filter((n) => !members.has(n))
  const lost = direction.args.lost
  if (absent.length || names.length < 2) {
    job.diagnostics.add(
      badDirection(
        direction.at,
        names.length < 2 ? 'a way of one' : `${absent.map((n) => `\`${n}\``).join(', ')} on the way`,
        'two or more who are on this stage',
        'add them to `show:`, or change the way',
      ),
    )
    return false
  }
  if (typeof lost === 'string' && !names.includes(lost)) {
    job.diagnostics.add(
      badDirection(
        direction.at,
        `lost="${lost}"`,
        `one of ${names.slice(1).join(', ')}`,
        'name the station of the way where the packet dies',
      ),
    )
    return false
  }
  return true
}

/** The stage has room for so many, and for no more. */
function fits(job: Direct, members: readonly Member[]): boolean {
  const count = (side: string, door: boolean) =>
    members.filter((m) => m.side === side && (m.is === 'nat' || m.is === 'firewall') === door).length
  const limits = [
    ['left', false, 2, 'actors on the left'],
    ['right', false, 2, 'actors on the right'],
    ['middle', false, 3, 'servers in the middle'],
    ['left', true, 1, 'doors on the left'],
    ['right', true, 1, 'doors on the right'],
  ] as const
  const over = limits.filter(([side, door, most]) => count(side, door) > most)
  for (const [side, door, most, what] of over)
    job.diagnostics.add(badBlock(job.stage.at, `${count(side, door)} ${what}`, `${most} at most`, 'say in `show:` who this screen needs'))
  return over.length === 0
}
