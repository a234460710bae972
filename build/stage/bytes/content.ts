/** What a `bytes` block holds: a header's fields, lines of text, or rows of bytes. */
import type { Call, Json, StageBlock } from '../../compile/tree'

export interface Field {
  readonly id: string
  readonly label: string
  readonly bits: number
  /** As long as it is: a row with an open end. */
  readonly rest: boolean
  readonly value: string
  readonly says: string
  readonly hidden: boolean
}
export interface Piece {
  readonly id: string
  readonly label: string
  /** Index of its line; -1 where there is no such line. */
  readonly line: number
  /** Columns, from and up to; -1 where the line does not hold it. */
  readonly from: number
  readonly to: number
  readonly says: string
  readonly hidden: boolean
}
export interface ByteRow {
  readonly id: string
  readonly label: string
  readonly source: string
  readonly first: number
  readonly says: string
  readonly hidden: boolean
}
export type Content = { readonly title: string } & (
  | { readonly form: 'header'; readonly fields: readonly Field[]; readonly across: number }
  | { readonly form: 'text'; readonly lines: readonly string[]; readonly fields: readonly Piece[] }
  | { readonly form: 'rows'; readonly rows: readonly ByteRow[] }
  | { readonly form: 'nothing' }
)

type Map = { readonly [key: string]: Json }
const isMap = (v: Json | undefined): v is Map => typeof v === 'object' && v !== null && !Array.isArray(v)
const text = (v: Json | undefined): string => (v === undefined || v === null || typeof v === 'object' ? '' : String(v))
const entries = (v: Json | undefined): readonly (readonly [string, Json])[] => (isMap(v) ? Object.entries(v) : [])

export function contentOf({ data }: StageBlock): Content {
  const title = text(data.title)
  if (typeof data.text === 'string') {
    const lines = data.text.replace(/\n+$/, '').split('\n')
    return { title, form: 'text', lines, fields: entries(data.fields).map(([id, v]) => piece(id, isMap(v) ? v : { line: v }, lines)) }
  }
  if (data.rows !== undefined) return { title, form: 'rows', rows: entries(data.rows).map(([id, v]) => row(id, isMap(v) ? v : { hex: v })) }
  if (data.fields !== undefined)
    return { title, form: 'header', fields: entries(data.fields).map(([id, v]) => field(id, isMap(v) ? v : { bits: v })), across: Number(data.across ?? 32) } // prettier-ignore
  return { title, form: 'nothing' }
}

function field(id: string, v: Map): Field {
  return {
    id,
    label: text(v.label) || id,
    bits: v.bits === 'rest' ? 0 : Number(v.bits),
    rest: v.bits === 'rest',
    value: text(v.value),
    says: text(v.says),
    hidden: v.hidden === true,
  }
}

/** `line` is a number from 1, or how the line begins; `text` a piece of it, else the whole line. */
function piece(id: string, v: Map, lines: readonly string[]): Piece {
  const wanted = text(v.line)
  const line = /^\d+$/.test(wanted) ? Number(wanted) - 1 : lines.findIndex((l) => wanted !== '' && l.startsWith(wanted))
  const whole = lines[line] ?? ''
  const part = text(v.text)
  const from = part ? whole.indexOf(part) : 0
  return {
    id,
    label: text(v.label) || part || (/^\d+$/.test(wanted) ? id : wanted),
    line: line < lines.length ? line : -1,
    from,
    to: from < 0 ? -1 : part ? from + part.length : whole.length,
    says: text(v.says),
    hidden: v.hidden === true,
  }
}

function row(id: string, v: Map): ByteRow {
  return {
    id,
    label: text(v.label) || id,
    source: text(v.hash) || text(v.hex),
    first: Number(v.first ?? 0),
    says: text(v.says),
    hidden: v.hidden === true,
  }
}

export interface ByteString {
  readonly bytes: readonly string[]
  /** Class of its owner's colour, or ''. */
  readonly colour: string
  readonly attacker: boolean
}

/** A name of call.yaml (`ana.fingerprint`) or the bytes themselves; null where it is neither. */
export function bytesOf(source: string, call: Call): ByteString | null {
  const value = call.values.get(source) ?? source
  const bytes = value.trim().split(/[:\s]+/)
  if (!bytes.every((b) => /^[0-9a-f]{2}$/i.test(b))) return null
  const owner = Object.values(call.cast).find((actor) => Object.values(actor).includes(value))
  return {
    bytes: bytes.map((b) => b.toUpperCase()),
    colour: typeof owner?.colour === 'string' ? `c${owner.colour}` : '',
    attacker: owner?.is === 'attacker',
  }
}
