/** The block of a code stage: one text, or versions of it. */
import type { Run } from '../../../src/model/scene'
import type { Json, StageBlock } from '../../compile/tree'
import { highlight } from './highlight'

export interface Version {
  readonly id: string
  readonly lines: readonly CodeLine[]
  /** The year of code that is history; null for code of today. */
  readonly dated: string | null
}
export interface CodeLine {
  readonly text: string
  readonly runs: readonly Run[]
}
export interface Source {
  readonly title: string
  readonly lang: string
  readonly versions: readonly Version[]
}

type Map_ = { readonly [key: string]: Json }
export const isMap = (v: Json | undefined): v is Map_ => typeof v === 'object' && v !== null && !Array.isArray(v)

/** The id of the only version where the block has `text:`. */
const ONLY = ''
/** A version of this name is code of 2013, as the course's syllabus is. */
const THEN = 'then'
const THEN_YEAR = '2013'

const read = new WeakMap<StageBlock, Source>()

export function sourceOf(stage: StageBlock): Source {
  const before = read.get(stage)
  if (before) return before
  const { data } = stage
  const lang = typeof data.lang === 'string' ? data.lang : 'text'
  const texts: readonly (readonly [string, Json])[] = isMap(data.versions) ? Object.entries(data.versions) : [[ONLY, data.text ?? '']]
  const source: Source = {
    title: typeof data.title === 'string' ? data.title : '',
    lang,
    versions: texts.map(([id, text]) => ({ id, lines: linesOf(String(text ?? ''), lang), dated: yearOf(data.dated, id) })),
  }
  read.set(stage, source)
  return source
}

function yearOf(dated: Json | undefined, id: string): string | null {
  const own = isMap(dated) ? dated[id] : id === ONLY ? dated : undefined
  if (own !== undefined && own !== null) return String(own)
  return id === THEN ? THEN_YEAR : null
}

function linesOf(text: string, lang: string): readonly CodeLine[] {
  const clean = text
    .split('\n')
    .map((line) => line.replaceAll('\t', '  ').trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
  return highlight(clean, lang).map((runs) => ({ text: runs.map((r) => r.t).join(''), runs }))
}

/** The first and last line a name stands for, from 1: `3`, `3-5`. Null for any other name. */
export function rangeOf(name: string): readonly [number, number] | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(name)
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : null
}
