/** What the picture shows by the end of a beat, in words: for those who do not see it, and for Read. */
import type { Call, Direction, LinkedScreen, Target } from '../tree'
import { directors } from '../../stage/registry'

/** How a sentence calls each thing a direction may name. */
export type Spoken = ReadonlyMap<string, string>

export function spokenNames(screen: LinkedScreen, call: Call): Spoken {
  const names = new Map<string, string>()
  for (const stage of screen.stages) {
    for (const [name, says] of directors.get(stage.kind)?.names(stage, call) ?? []) names.set(`${stage.name} ${name}`, says)
  }
  return names
}

/** Asks the director of the stage a direction is about. The directions of a screen are to be told in order. */
export function tellerOf(screen: LinkedScreen, call: Call, before: readonly Direction[] = []): (d: Direction) => string | null {
  const told: Direction[] = [...before]
  return (direction) => {
    const stage = screen.stages.find((s) => s.name === direction.targets[0]?.stage)
    const sentence = stage && directors.get(stage.kind)?.tell?.(direction, stage, told, call)
    told.push(direction)
    return sentence ?? null
  }
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const plain = (text: string | true | undefined): string => (typeof text === 'string' ? text.replaceAll('`', '') : '')

const kinds: Readonly<Record<string, string>> = {
  signal: 'a signalling connection', media: 'a media connection', data: 'a data connection', dtls: 'a DTLS connection', stun: 'a STUN exchange', http: 'a connection',
} // prettier-ignore

/** `own`: what the stage kinds say themselves. */
export function describe(directions: readonly Direction[], spoken: Spoken, own: (d: Direction) => string | null = () => null): string {
  return directions
    .map((d) => own(d) ?? sentence(d, spoken))
    .filter(Boolean)
    .map((s) => `${capital(s)}.`)
    .join(' ')
}

function sentence(direction: Direction, spoken: Spoken): string {
  const { verb, targets, args } = direction
  const say = (t: Target): string =>
    spoken.get(`${t.stage} ${t.part ? `${t.name}.${t.part}` : t.name}`) ?? spoken.get(`${t.stage} ${t.name}`) ?? t.name
  const all = list(targets.map(say))
  const one = targets.length === 1
  const [first, last] = [targets[0] && say(targets[0]), targets.at(-1) && say(targets.at(-1) as Target)]
  switch (verb) {
    case 'enter':
      return `${all} ${one ? 'appears' : 'appear'}`
    case 'exit':
      return `${all} ${one ? 'leaves' : 'leave'}`
    case 'send':
      return sendSentence(direction, targets.map(say))
    case 'link':
      return `${typeof args.is === 'string' ? (kinds[args.is] ?? 'a connection') : 'a connection'} stands between ${first ?? ''} and ${last ?? ''}${args.text ? `: ${plain(args.text)}` : ''}`
    case 'unlink':
      return `the connection between ${first ?? ''} and ${last ?? ''} is gone`
    case 'show':
      return args.row ? `${all} has a new line: ${plain(args.row).replace(/\s*\|\s*/g, ', ')}` : `${all} is shown`
    case 'set': {
      const changes = Object.entries(args).filter(([k, v]) => k !== 'over' && k !== 'id' && typeof v === 'string')
      return `${all}: ${changes.map(([k, v]) => (k === 'state' ? plain(v) : `${k} ${plain(v)}`)).join(', ')}`
    }
    case 'label':
      return args.text ? `a note at ${all}: ${plain(args.text)}` : ''
    case 'focus':
    case 'zoom':
      return targets.some((t) => t.name) ? `attention on ${all}` : ''
    case 'move':
      return `${first ?? ''} moves to ${last ?? ''}`
    case 'count':
      return args.to ? `${all} runs to ${plain(args.to)}` : `${all} is counted through`
    case 'mark':
      return `${all} is marked`
    case 'morph':
      return `${first ?? ''} becomes ${last ?? ''}`
    default:
      return ''
  }
}

/** “Ana's packet passes her router and is dropped at Ben's router.” */
function sendSentence({ targets, args }: Direction, names: readonly string[]): string {
  const what = plain(args.text) || 'packet'
  const lost = typeof args.lost === 'string' ? targets.findIndex((t) => (t.name || t.stage) === args.lost) : -1
  const way = lost > 0 ? names.slice(0, lost + 1) : names
  const between = way.slice(1, -1)
  const passes = between.length ? ` passes ${list(between)}` : ' travels'
  const ends =
    lost > 0
      ? `${between.length ? ' and' : ''} is refused at ${way.at(-1) ?? ''}${args.why ? `: ${plain(args.why)}` : ''}`
      : between.length
        ? ` and reaches ${way.at(-1) ?? ''}`
        : ` to ${way.at(-1) ?? ''}`
  const becomes = args.becomes ? `; it becomes “${plain(args.becomes)}” on the way` : ''
  return `“${what}” from ${way[0] ?? ''}${lost > 0 && !between.length ? '' : passes}${ends}${becomes}`
}
