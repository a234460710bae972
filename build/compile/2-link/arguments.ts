/** What may stand between the braces of a direction. docs/stages/README.md says what each does. */
import type { LineCode } from '../../../src/model/scene'
import { milliseconds } from '../../stage/timing'
import { STATES } from '../../stage/vocabulary'
import { nearest } from '../nearest'
import type { At, Target, Verb } from '../tree'
import type { Diagnostics } from '../diagnostic'
import { badArgument, unknownArgument } from './messages'

type Args = { readonly [name: string]: string | true }

/** `set` writes any column of a table, so it takes any name. */
const known: Readonly<Record<Exclude<Verb, 'set'>, readonly string[]>> = {
  enter: [],
  exit: [],
  move: [],
  label: ['text', 'sees'],
  focus: [],
  zoom: [],
  link: ['is', 'text'],
  unlink: ['is'],
  send: ['text', 'from', 'to', 'becomes', 'lost', 'why', 'slow', 'is', 'carries', 'mark', 'lock'],
  count: ['to', 'from', 'step'],
  goto: ['text', 'by', 'refused'],
  lines: ['from', 'to'],
  type: [],
  mark: ['text'],
  show: ['row', 'text'],
  morph: [],
  hold: [],
}
const everywhere = ['id', 'over']

const lines: readonly LineCode[] = ['signal', 'media', 'data', 'dtls', 'stun', 'http', 'plain']

export function checkArguments(verb: Verb, args: Args, targets: readonly Target[], at: At, diagnostics: Diagnostics): void {
  if (verb !== 'set') {
    const takes = known[verb]
    for (const name of Object.keys(args)) {
      if (takes.includes(name) || everywhere.includes(name)) continue
      diagnostics.add(unknownArgument(at, verb, name, takes, nearest(name, [...takes, 'at', 'with', 'over'])))
    }
  }
  const wrong = (name: string, expected: string, cure: string) =>
    diagnostics.add(badArgument(at, args[name] === true ? `\`${name}\` without a value` : `${name}="${args[name]}"`, expected, cure))
  const oneOf = (name: string, words: readonly string[]) => {
    const value = args[name]
    if (value === undefined || (typeof value === 'string' && words.includes(value))) return
    const near = nearest(String(value), words)
    wrong(name, `one of ${words.join(', ')}`, near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'choose one of these')
  }
  if (verb === 'set') oneOf('state', [...STATES.keys()])
  if (verb === 'send' || verb === 'link' || verb === 'unlink') oneOf('is', lines)
  if (args.over !== undefined && (args.over === true || milliseconds(args.over) === undefined))
    wrong('over', 'a length of time', 'write `over=2s`')
  if (verb === 'count' && args.to !== undefined && !Number.isFinite(Number(args.to === true ? 'x' : args.to)))
    wrong('to', 'a number', 'write `to=562`')
  const way = targets.map(({ name, stage }) => name || stage)
  if (verb === 'send' && args.lost !== undefined && !way.slice(1).includes(String(args.lost)))
    wrong('lost', `one of ${way.slice(1).join(', ')}`, 'name the station of the way where the packet dies')
}
