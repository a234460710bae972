/** A question as its answers, for readers: whatever its kind, what was to choose from, what is right, and why. */
import type { PredictionOption } from '../../../src/model/course'
import type { Question } from '../../../src/model/quiz'
import type { Html } from '../../../src/model/units'
import { captionOf } from './to-html'

const none: ReadonlyMap<string, string> = new Map()
const plain = (text: string): Html => captionOf(`\`${text}\``, none).html

export function told(question: Question): readonly PredictionOption[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
    case 'hotspot':
    case 'line':
      return question.options.map(({ id, html, feedback }) => ({ id, html, feedback, right: [question.right].flat().includes(id) }))
    case 'order':
      return question.items.map(({ id, html, feedback }) => ({ id, html, feedback, right: true }))
    case 'match':
      return question.sources.map(({ id, html, feedback }) => {
        const goes = question.right.find(([source]) => source === id)?.[1]
        return { id, html: `${html} → ${question.targets.find((target) => target.id === goes)?.html ?? ''}`, feedback, right: true }
      })
    case 'number': {
      const range = question.min === question.max ? String(question.min) : `${question.min}–${question.max}`
      const said = question.feedback.find(({ min = -Infinity, max = Infinity }) => question.min >= min && question.min <= max)
      return [{ id: 'a', html: `${range} ${question.unit}`.trim(), right: true, feedback: said?.html ?? '' }]
    }
    case 'text':
      return [{ id: 'a', html: plain(question.accept[0] ?? ''), right: true, feedback: question.feedback[0]?.html ?? '' }]
  }
}
