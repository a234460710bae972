/** An answer in the making: what was picked so far, and whether it is whole. */
import type { Question, Response } from '../../model/quiz'
import { tidyText } from '../../model/text'
import type { OptionId } from '../../model/units'

export interface Draft {
  /** Picked options; in an order, all items as they stand now. */
  readonly picked: readonly OptionId[]
  /** In a match: source → target. */
  readonly pairs: Readonly<Record<OptionId, OptionId>>
  /** In a number or a text: what was typed. */
  readonly typed: string
}

export const emptyDraft = (question: Question, shown: readonly OptionId[]): Draft => ({
  picked: question.kind === 'order' ? shown : [],
  pairs: {},
  typed: '',
})

/** The response a draft stands for; null while it is not whole. */
export function responseOf(question: Question, { picked, pairs, typed }: Draft): Response | null {
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'line':
      return picked[0] === undefined ? null : { kind: 'choice', option: picked[0] }
    case 'several':
      return picked.length ? { kind: 'several', options: question.options.map((o) => o.id).filter((id) => picked.includes(id)) } : null
    case 'order':
      return { kind: 'order', items: picked }
    case 'match': {
      const given = question.sources.flatMap(({ id }) => (pairs[id] === undefined ? [] : [[id, pairs[id]] as const]))
      return given.length === question.sources.length ? { kind: 'match', pairs: given } : null
    }
    case 'number': {
      const value = Number(typed.trim().replace(',', '.'))
      return typed.trim() && Number.isFinite(value) ? { kind: 'number', value } : null
    }
    case 'text':
      return tidyText(typed) ? { kind: 'text', text: tidyText(typed) } : null
  }
}

/** One option picked: it replaces the other where one is right, and is added or taken away where several are right. */
export function pick(question: Question, draft: Draft, id: OptionId): Draft {
  if (question.kind !== 'several') return { ...draft, picked: [id] }
  const has = draft.picked.includes(id)
  return { ...draft, picked: has ? draft.picked.filter((other) => other !== id) : [...draft.picked, id] }
}

/** An item moved to another place of an order; the others close up. */
export function move(draft: Draft, from: number, to: number): Draft {
  const picked = [...draft.picked]
  const [item] = picked.splice(from, 1)
  if (item === undefined || to < 0 || to > picked.length) return draft
  picked.splice(to, 0, item)
  return { ...draft, picked }
}
