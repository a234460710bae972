/** A statement as it was said, with ids alone, or in one language (xAPI 1.0.3, part 3, §2.1.3, `format`). */
import type { Agent, Context, Statement, Thing } from './types'

export type Format = 'exact' | 'ids' | 'canonical'
type Change = (thing: Thing) => Thing

export function formatted(statement: Statement, format: Format, language: string): Statement {
  if (format === 'exact') return statement
  const change: Change = format === 'ids' ? bare : (thing) => spoken(thing, language)
  return {
    ...statement,
    actor: format === 'ids' ? identified(statement.actor) : statement.actor,
    verb:
      format === 'ids'
        ? { id: statement.verb.id }
        : { ...statement.verb, ...(statement.verb.display ? { display: oneOf(statement.verb.display, language) } : {}) },
    object: change(statement.object),
    ...(statement.context === undefined ? {} : { context: around(statement.context, change) }),
  }
}

const identified = ({ name: _name, member, ...rest }: Agent): Agent => ({ ...rest, ...(member ? { member: member.map(identified) } : {}) })
const bare: Change = (thing) => ((thing.objectType ?? 'Activity') === 'Activity' ? pick(thing) : identified(thing))
const pick = ({ objectType, id }: Thing): Thing => ({ ...(objectType ? { objectType } : {}), ...(id ? { id } : {}) })

const around = (context: Context, change: Change): Context =>
  context.contextActivities === undefined
    ? context
    : {
        ...context,
        contextActivities: Object.fromEntries(
          Object.entries(context.contextActivities).map(([key, list]) => [key, ([list].flat() as readonly Thing[]).map(change)]),
        ),
      }

/** Every language map keeps one language. */
const spoken = (thing: Thing, language: string): Thing => {
  const { definition } = thing
  if (definition === undefined) return thing
  const maps = ['name', 'description'].flatMap((key) =>
    definition[key] === undefined ? [] : [[key, oneOf(definition[key] as Readonly<Record<string, string>>, language)]],
  )
  return { ...thing, definition: { ...definition, ...(Object.fromEntries(maps) as object) } }
}

const oneOf = (map: Readonly<Record<string, string>>, language: string): Readonly<Record<string, string>> => {
  const entries = Object.entries(map)
  const wanted = language.split(',').map((one) => one.trim().split(';')[0]?.toLowerCase() ?? '')
  const found = entries.find(([tag]) => wanted.some((one) => tag.toLowerCase().startsWith(one) && one !== '')) ?? entries[0]
  return found === undefined ? {} : Object.fromEntries([found])
}
