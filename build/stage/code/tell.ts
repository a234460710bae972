/** What happens to the code, in words. */
import type { Direction, StageBlock } from '../../compile/tree'
import { rangeOf, sourceOf, type CodeLine } from './content'

/** `before`: the directions of this screen so far, which decide what version stands there. Null: the common sentence will do. */
export function tell(direction: Direction, stage: StageBlock, before: readonly Direction[]): string | null {
  const { verb, targets, args } = direction
  const source = sourceOf(stage)
  const own = targets.filter((t) => t.stage === stage.name)
  const last = before.filter((d) => d.verb === 'morph' && d.targets[1]?.stage === stage.name && d.targets[0]?.stage === stage.name).at(-1)
  const version = source.versions.find((v) => v.id === last?.targets[1]?.name) ?? source.versions[0]
  const texts = own.flatMap(({ name }) => {
    const range = rangeOf(name) ?? fromTo(args)
    return range ? (version?.lines.slice(range[0] - 1, range[1]) ?? []) : []
  })
  const code = quoted(texts)
  const which = own.map(({ name }) => spell(rangeOf(name) ?? fromTo(args))).join(' and ')
  const text = typeof args.text === 'string' ? args.text.replaceAll('`', '') : ''
  switch (verb) {
    case 'lines':
      return which ? `${which} ${texts.length === 1 ? 'is' : 'are'} lit: ${code}` : 'no line is lit any more'
    case 'type':
    case 'show':
      return which
        ? `${which} ${verb === 'type' ? (texts.length === 1 ? 'is typed' : 'are typed') : texts.length === 1 ? 'appears' : 'appear'}: ${code}`
        : null
    case 'set': {
      const ends =
        args.state === 'failed' || args.state === 'refused' ? 'fails' : args.state === 'succeeded' ? 'succeeds' : String(args.state ?? '')
      return `${which}, ${code}, ${ends}${text ? `: ${text}` : ''}`
    }
    case 'mark':
      return text ? `“${text}” is underlined in ${which}` : `${which} is underlined: ${code}`
    case 'morph': {
      const next = source.versions.find((v) => v.id === own[1]?.name)
      if (!next || own.length < 2) return null
      const name = (id: string) => source.versions.find((v) => v.id === id)
      const old = name(own[0]?.name ?? '')?.lines.map((l) => l.text)
      const fresh = next.lines.filter((l) => !old?.includes(l.text))
      const says = (id: string) => (name(id)?.dated ? `the code of ${name(id)?.dated ?? ''}` : `the version “${id}”`)
      return `${says(own[0]?.name ?? '')} becomes ${says(next.id)}: ${quoted(fresh)}`
    }
    default:
      return null
  }
}

/** Longer code is read in `:::more`, not listened to. */
const MOST = 140
function quoted(lines: readonly CodeLine[]): string {
  const text = lines
    .map((l) => l.text.trim())
    .filter(Boolean)
    .join(' ')
  return text.length > MOST ? `${text.slice(0, text.lastIndexOf(' ', MOST))} …` : text
}

const fromTo = (args: Direction['args']): readonly [number, number] | null =>
  typeof args.from === 'string' ? [Number(args.from), Number(typeof args.to === 'string' ? args.to : args.from)] : null
const spell = (range: readonly [number, number] | null): string =>
  range ? (range[0] === range[1] ? `line ${range[0]}` : `lines ${range[0]} to ${range[1]}`) : ''
