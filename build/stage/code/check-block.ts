import type { Diagnostics } from '../../compile/diagnostic'
import type { StageBlock } from '../../compile/tree'
import { codeBlock } from '../messages'
import { isMap, sourceOf } from './content'
import { LANGS } from './highlight'

/** Faults of a code block: no text, two sorts of text, a language nobody highlights. */
export function checkBlock(stage: StageBlock, diagnostics: Diagnostics): void {
  const { text, versions, lang, dated } = stage.data
  const say = (key: string, found: string, expected: string, cure: string) =>
    diagnostics.add(codeBlock(stage.lineOf(key), found, expected, cure))
  if (text === undefined && versions === undefined)
    say('', 'code without `text:`', '`text: |` and the code', 'write `text: |` with the code below, indented')
  if (text !== undefined && versions !== undefined)
    say('versions', '`text:` and `versions:`', 'one of them', 'make the text one of the versions')
  if (versions !== undefined && !isMap(versions))
    say('versions', '`versions:` without names', '`then: |` and `now: |` in it', 'give every version a name')
  if (lang !== undefined && !LANGS.includes(String(lang)))
    say('lang', `lang: ${String(lang)}`, LANGS.join(', '), 'use one of these, or `text`')
  const source = sourceOf(stage)
  for (const { id, lines } of source.versions) {
    const empty = lines.every((l) => l.text.trim() === '')
    if (empty && (text !== undefined || isMap(versions)))
      diagnostics.add(
        codeBlock(
          stage.lineOf(...(id ? ['versions', id] : ['text'])),
          `no code in \`${id || 'text'}\``,
          'one line or more',
          'write it below, indented, after `|`',
        ),
      )
    if (/^\d/.test(id))
      diagnostics.add(
        codeBlock(
          stage.lineOf('versions', id),
          `a version named \`${id}\``,
          'a name that begins with a letter',
          'numbers are names of lines',
        ),
      )
  }
  if (isMap(dated))
    for (const id of Object.keys(dated))
      if (!source.versions.some((v) => v.id === id))
        diagnostics.add(
          codeBlock(
            stage.lineOf('dated', id),
            `\`${id}\` in dated`,
            source.versions.map((v) => v.id).join(', ') || 'a year',
            'name a version, or write `dated: 2013`',
          ),
        )
}
