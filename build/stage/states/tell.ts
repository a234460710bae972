import type { Direction } from '../../compile/tree'
import type { Director } from '../director'
import { machineOf, wayBetween, type Machine } from './machine'

const text = (v: string | true | undefined): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined)

function current(machine: Machine, stage: string, before: readonly Direction[]): string {
  const goes = before.filter((d) => d.verb === 'goto' && d.args.refused === undefined)
  return goes.flatMap((d) => d.targets.filter((t) => t.stage === stage).map((t) => t.name)).at(-1) ?? machine.start
}

/** “Ana’s pc.signalingState goes from stable to have-local-offer: setLocalDescription(offer)”. */
export const tell: NonNullable<Director['tell']> = (direction, stage, before, call) => {
  const { verb, args, targets } = direction
  if (targets.some((t) => t.stage !== stage.name)) return null
  const machine = machineOf(stage, call)
  const name = machine.title || stage.name
  const at = current(machine, stage.name, before)
  const to = targets.find((t) => t.stage === stage.name)?.name ?? ''
  if (verb === 'goto') {
    if (args.refused !== undefined) return `${name} stays in ${at}: ${to} is refused${text(args.refused) ? `, ${text(args.refused)}` : ''}`
    const why = text(args.by) ?? text(args.text) ?? wayBetween(machine, at, to)?.why
    return `${name} goes from ${at} to ${to}${why ? `: ${why}` : ''}`
  }
  if (verb === 'mark') return to === at ? `${name} is in ${to}` : `${to} is marked in ${name}`
  if (verb === 'set' && text(args.state)) return `${name}, in ${to || at}: ${args.state}`
  return null
}
