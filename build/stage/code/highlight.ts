/** Highlights at build. What ships is runs in the classes of the visual grammar: weight tells, never a colour of the cast. */
import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import css from 'shiki/langs/css.mjs'
import html from 'shiki/langs/html.mjs'
import http from 'shiki/langs/http.mjs'
import js from 'shiki/langs/javascript.mjs'
import json from 'shiki/langs/json.mjs'
import sh from 'shiki/langs/shellscript.mjs'
import ts from 'shiki/langs/typescript.mjs'
import type { Run } from '../../../src/model/scene'

const grammars = { js, ts, html, css, json, http, sh } as const
type Lang = keyof typeof grammars
const names: Readonly<Record<Lang, string>> = {
  js: 'javascript', ts: 'typescript', html: 'html', css: 'css', json: 'json', http: 'http', sh: 'shellscript',
} // prettier-ignore

export const LANGS: readonly string[] = [...Object.keys(grammars), 'text']
const isLang = (lang: string): lang is Lang => Object.hasOwn(grammars, lang)

/** A tone is a class; to the highlighter it is a colour, for themes know no other word. */
const TONES: readonly (readonly [colour: string, c: string])[] = [
  ['#000000', ''],
  ['#000001', 'kw'],
  ['#000002', 'mid'],
  ['#000003', 'soft'],
]
const tone = (c: string): { readonly foreground: string } => ({ foreground: TONES.find(([, name]) => name === c)?.[0] ?? '#000000' })
const theme = {
  name: 'tones',
  type: 'light' as const,
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: tone('') },
    {
      scope: [
        'keyword.control',
        'keyword.operator.new',
        'keyword.operator.expression',
        'storage',
        'constant.language',
        'variable.language',
      ],
      settings: tone('kw'),
    },
    { scope: ['storage.type.function.arrow', 'keyword.operator.arrow'], settings: tone('') },
    { scope: ['entity.name.tag', 'support.type.property-name.css', 'keyword.other.http'], settings: tone('kw') },
    {
      scope: ['meta.definition.function entity.name.function', 'entity.other.attribute-name', 'support.type.property-name.json'],
      settings: tone('mid'),
    },
    { scope: ['comment', 'punctuation.definition.comment'], settings: tone('soft') },
  ],
}

let highlighter: HighlighterCore | null = null
const loaded = new Set<Lang>()
const known = new Map<string, readonly (readonly Run[])[]>()

/** The lines of a text as runs of one tone each. A language the highlighter lacks, and `text`, is one run a line. */
export function highlight(text: string, lang: string): readonly (readonly Run[])[] {
  if (!isLang(lang)) return text.split('\n').map((t) => [{ t }])
  const key = `${lang} ${text}`
  const before = known.get(key)
  if (before) return before
  highlighter ??= createHighlighterCoreSync({ themes: [theme], engine: createJavaScriptRegexEngine() })
  if (!loaded.has(lang)) highlighter.loadLanguageSync(grammars[lang])
  loaded.add(lang)
  // Without a limit: on a slow machine half a second would end a line early, and the same text would not give the same course.
  const lines = highlighter
    .codeToTokensBase(text, { lang: names[lang], theme: 'tones', tokenizeTimeLimit: 0 })
    .map((tokens) => merge(tokens.map(({ content, color }) => [content, TONES.find(([c]) => c === color)?.[1] ?? ''] as const)))
  known.set(key, lines)
  return lines
}

/** Neighbours of one tone are one run. */
function merge(tokens: readonly (readonly [text: string, c: string])[]): readonly Run[] {
  const out: Run[] = []
  for (const [t, c] of tokens) {
    const last = out.at(-1)
    if (last && (last.c ?? '') === c) out[out.length - 1] = { ...last, t: last.t + t }
    else if (t) out.push(c ? { t, c } : { t })
  }
  return out
}
