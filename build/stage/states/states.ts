/** A state machine: stations and ways, and a mark that stands in the current state. */
import { badBlock, badDirection } from '../messages'
import type { Direct, Director } from '../director'
import { quieting, presence } from '../presence'
import { checkStates } from '../vocabulary'
import { act } from './acts'
import { drawCrossings } from './crossings'
import { drawMachine } from './draw'
import { TIGHT } from './layout-line'
import { layoutOf } from './layout-of'
import { knownMachines } from './known-machines'
import { endsOf, list, machineOf } from './machine'
import { movesOf } from './moves'
import { noWay } from './messages'
import { tell } from './tell'

export const states: Director = {
  kind: 'states',
  verbs: ['enter', 'exit', 'show', 'send', 'goto', 'set', 'label', 'focus', 'zoom', 'mark'],

  names(stage, call) {
    const { states, title } = machineOf(stage, call)
    return new Map([['', title || stage.name], ...states.map((s): [string, string] => [s, s])])
  },

  check(stage, call, diagnostics) {
    const { data } = stage
    const machine = machineOf(stage, call)
    const fault = (key: string, found: string, expected: string, cure: string) =>
      diagnostics.add(badBlock(stage.lineOf(key), found, expected, cure))
    if (data.use !== undefined && !knownMachines.has(String(data.use)))
      fault('use', `use: ${String(data.use)}`, [...knownMachines.keys()].join(', '), 'name one of these, or write `states:` and `ways:`')
    else if (machine.states.length < 2)
      fault('states', 'a machine of fewer than two states', '`states: [new, connected]`', 'name its states, or `use:` a known machine')
    const known = knownMachines.get(String(data.use))?.states ?? list(data.states)
    const unknown = (key: string, names: readonly string[]) => {
      for (const name of names)
        if (name !== '' && !known.includes(name))
          fault(key, `state \`${name}\` in \`${key}\``, `one of ${known.join(', ')}`, 'name a state of this machine')
    }
    if (Array.isArray(data.show)) unknown('show', list(data.show))
    unknown('hidden', machine.hidden)
    if (data.start !== undefined) unknown('start', [String(data.start)])
    if (Array.isArray(data.rows)) for (const row of data.rows) unknown('rows', list(row))
    for (const key of Object.keys((data.ways ?? {}) as object)) {
      const ends = endsOf(key)
      if (!ends) fault('ways', `the way \`${key}\``, '`from > to: why`', 'write two states with ` > ` between them')
      else unknown('ways', ends.filter((s) => s !== 'any')) // prettier-ignore
    }
    const placed = machine.rows?.flat() ?? []
    for (const state of machine.rows ? machine.states.filter((s) => !placed.includes(s)) : [])
      fault('rows', `no place for \`${state}\``, 'every state in one of the rows', 'add it to a row')
  },

  height(stage, _cues, call, _width, shape) {
    const machine = machineOf(stage, call)
    const size = shape === 'wide' ? 26 : 28
    const head = machine.title ? size * 2 : 0
    if (machine.rows) {
      const n = shape === 'wide' ? machine.rows.length : Math.max(...machine.rows.map((r) => r.length))
      return { min: head + n * size * 4.4 + 40, ideal: head + n * size * 9 }
    }
    const n = machine.states.length
    return { min: head + 66 + (n - 1) * size * TIGHT, ideal: head + 66 + (n - 1) * size * 5.4 }
  },

  tell,

  direct(job) {
    checkStates(job)
    const machine = machineOf(job.stage, job.call)
    if (machine.states.length < 2) return
    const layout = layoutOf(job, machine)
    const drawn = drawMachine(job, machine, layout)
    const moves = movesOf(machine, job.stage.name, job.cues)
    for (const move of moves)
      if (!move.way && move.refused === null && move.from !== move.to)
        job.diagnostics.add(noWay(move.cue.direction.at, move.from, move.to, machine))
    presence(job.canvas, job.cues, drawn.regions, job.stage.name, drawn.root)
    quieting(job.canvas, job.cues, drawn.regions, job.stage.name)
    act(job, machine, layout, drawn, moves)
    checkSends(job)
  },

  between: drawCrossings,
}

/** A machine sends to another machine, never to one of its own states. */
function checkSends({ cues, diagnostics }: Direct): void {
  for (const { direction } of cues) {
    if (direction.verb !== 'send') continue
    const stages = new Set(direction.targets.map((t) => t.stage))
    if (direction.targets.length !== 2 || stages.size !== 2 || direction.targets.some((t) => t.name))
      diagnostics.add(
        badDirection(
          direction.at,
          'a `send` inside one machine',
          '`[ana > ben]`, two machines of this screen',
          'a machine changes by `goto`',
        ),
      )
  }
}
