/** Protocol layers: bricks on bricks, for one or for several who talk layer to layer. */
import { badBlock, badDirection, doesNotFit } from '../messages'
import type { Director } from '../director'
import { checkKeys } from '../keys'
import { actorsOf } from '../network/cast'
import { HOP, LOSS } from '../timing'
import { checkStates } from '../vocabulary'
import { planStack } from './bricks'
import { drawStack } from './draw'
import { legsOf, list, meant, stackOf } from './layers'
import { drawLinks } from './links'
import { drawSend } from './send'
import { comeAndGo, note } from './acts'
import { tell } from './tell'

/** What a packet needs for a layer: long enough to see what it adds. */
const LAYER = 500
const KEYS = ['label', 'note', 'in', 'is', 'adds', 'bytes', 'tail', 'hidden']
const LINES = ['signal', 'media', 'data', 'dtls', 'stun', 'http', 'plain']

export const stack: Director = {
  kind: 'stack',
  verbs: ['enter', 'exit', 'show', 'send', 'link', 'unlink', 'set', 'label', 'focus', 'zoom', 'mark'],

  names(stage, call) {
    const { title, layers, hosts } = stackOf(stage, call)
    const names = new Map<string, string>([['', title || stage.name], ...layers.map((l): [string, string] => [l.id, l.label])])
    for (const host of hosts.filter((h) => h.id)) {
      names.set(host.id, host.name)
      for (const layer of host.layers) names.set(`${host.id}.${layer.id}`, `${host.name}’s ${layer.label}`)
    }
    return names
  },

  check(stage, call, diagnostics) {
    const { data } = stage
    const { layers, columns } = stackOf(stage, call)
    const fault = (path: readonly string[], found: string, expected: string, cure: string) =>
      diagnostics.add(badBlock(stage.lineOf(...path), found, expected, cure))
    checkKeys(stage, 'layers', KEYS, diagnostics)
    if (!layers.length) fault(['layers'], 'a stack without `layers:`', 'layers from the top down', 'write `layers:` and `  udp: UDP`')
    if (columns.length && list(data.hosts).length)
      fault(['columns'], '`columns` and `hosts` on one stack', 'one of them', 'draw the columns of one host, or the hosts with one column')
    for (const [id, value] of Object.entries((data.layers ?? {}) as object)) {
      const map = (value !== null && typeof value === 'object' ? value : {}) as Readonly<Record<string, unknown>>
      const at = ['layers', id]
      for (const column of list(map['in'] as never))
        if (!columns.includes(column))
          fault(at, `\`${id}\` in column \`${column}\``, columns.length ? `one of ${columns.join(', ')}` : 'no `in` without `columns:`', 'name a column of this stack') // prettier-ignore
      const across = layers.find((l) => l.id === id)?.columns ?? []
      if (Math.max(...across) - Math.min(...across) + 1 !== across.length)
        fault(at, `\`${id}\` across columns that are not neighbours`, 'columns side by side', 'change the order of `columns:`')
      if (map['is'] !== undefined && !LINES.includes(String(map['is'])))
        fault(at, `is: ${String(map['is'])}`, LINES.join(', '), 'name a line of the visual grammar')
      if (map['bytes'] !== undefined && !Number.isFinite(Number(map['bytes'])))
        fault(at, `bytes: ${String(map['bytes'])}`, 'a number', 'write `bytes: 12`')
    }
    const actors = actorsOf({ ...stage, data: { ...data, show: [], layers: null } }, call)
    for (const host of list(data.hosts)) {
      if (!actors.has(host))
        fault(['hosts'], `host \`${host}\``, `one of ${Object.keys(call.cast).join(', ')}`, 'name an actor of modules/call.yaml or of this block') // prettier-ignore
      for (const layer of list(actors.get(host)?.layers))
        if (!layers.some((l) => l.id === layer))
          fault([host], `layer \`${layer}\` of \`${host}\``, `one of ${layers.map((l) => l.id).join(', ')}`, 'name a layer of this stack')
    }
  },

  height(stage, cues, call, width, shape) {
    const { levels, hosts, title, columns } = stackOf(stage, call)
    const size = shape === 'wide' ? 26 : 28
    const noted =
      [...cues].some((c) => ['label', 'set'].includes(c.direction.verb)) || JSON.stringify(stage.data.layers ?? '').includes('"note"')
    const sends = cues.some((c) => c.direction.verb === 'send')
    const head = (title ? size * 1.7 : 0) + (hosts.length > 1 || columns.length ? size * 2.1 : 0)
    const below = sends && (shape === 'tall' || hosts.length > 2 || width < 900) ? levels * size * 1.62 + 40 : 0
    return { min: head + levels * size * (noted ? 2.6 : 1.9) + below + 30, ideal: head + levels * size * 3.4 + below + 30 }
  },

  duration(stage, { verb, targets, args, form }, call) {
    if (verb !== 'send') return undefined
    const legs = legsOf(stackOf(stage, call), { verb, targets, args, form } as never)
    const wires = legs.filter((l) => l.down).length - (legs.at(-1)?.down ? 1 : 0)
    const passed = args.lost === undefined ? legs : legs.slice(0, 1)
    const layers = passed.reduce((sum, l) => sum + l.layers.length, 0)
    return (layers * LAYER + (args.lost === undefined ? wires : 1) * HOP) * (args.slow ? 2 : 1) + (args.lost === undefined ? 0 : LOSS)
  },

  tell,

  direct(job) {
    checkStates(job)
    const { canvas, stage, cues, diagnostics } = job
    const read = stackOf(stage, job.call)
    if (!read.layers.length) return
    const plan = planStack(job, read)
    const drawn = drawStack(job, read, plan)
    if (drawn.short > 0)
      diagnostics.add(doesNotFit(stage.at, `stack \`${stage.name}\` (${job.shape})`, job.box.h + drawn.short, job.box.h, 'fewer layers, or shorter labels and notes')) // prettier-ignore
    comeAndGo(job, read, drawn)
    drawLinks(job, read, plan, drawn)
    for (const cue of cues) {
      const { verb, targets } = cue.direction
      if (verb === 'send') {
        const legs = legsOf(read, cue.direction)
        const stops = targets.map((t) => meant(read, t))
        const sound = stops.every((s) => s.host) || (stops.length === 2 && stops.every((s) => !s.host && s.layer) && !read.hosts[0]?.id)
        if (!sound || legs.length === 0)
          diagnostics.add(badDirection(cue.direction.at, 'a way that is neither from host to host nor from layer to layer', '`[ana > ben]`, `[ana.srtp > ben.srtp]`, or on one stack `[app > ip]`', 'name hosts, or two layers')) // prettier-ignore
        else drawSend(job, read, plan, drawn, cue, legs)
      }
      if (verb === 'set' || verb === 'label' || verb === 'mark') note(canvas, job, read, drawn, cue)
    }
  },
}
