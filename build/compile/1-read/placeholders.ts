/**
 * `{{ana.host}}` has braces that Markdown attributes and YAML read as their own. Before parsing they become four private
 * characters of the same length, so that every position still holds; after it they are filled in.
 */
const OPEN = '\uE000\uE001'
const CLOSE = '\uE002\uE003'
const written = /\{\{([^{}\n]*)\}\}/g
const kept = new RegExp(`${OPEN}([^${OPEN}${CLOSE}\\n]*)${CLOSE}`, 'g')

/** Same length, same lines and columns, and no braces. */
export const protect = (source: string): string => source.replace(written, `${OPEN}$1${CLOSE}`)
/** As the author wrote it, for messages. */
export const reveal = (text: string): string => text.replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}')
/** With the values in place; a name without a value stays as it was written. */
export const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  reveal(text.replace(kept, (whole: string, name: string) => values.get(name.trim()) ?? whole))

/** Every `{{name}}` of a source text with its offset. */
export function placeholders(source: string): readonly { readonly name: string; readonly offset: number }[] {
  return [...source.matchAll(written)].map((match) => ({ name: (match[1] ?? '').trim(), offset: match.index }))
}
