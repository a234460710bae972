/** What the server of Open edX makes of a batch: openedx-scorm-xblock ccef54c, scormxblock.py, `set_value`. */
import { PreviewError, type Cmi } from '../../types'

/** The block's own fields, which its grade and completion are read from. Shown with the data model; content never sees them. */
const COMPLETION = 'xblock.lesson_status'
const SUCCESS = 'xblock.success_status'
const SCORE = 'xblock.lesson_score'

/**
 * All of a batch or nothing: a score below 0 or of letters makes the server fail, and nothing that came with it is kept.
 */
export function settle(before: Cmi, batch: Cmi): Cmi {
  const after: Record<string, string> = { ...before }
  for (const [element, value] of Object.entries(batch)) {
    after[element] = value
    switch (element) {
      case 'cmi.core.lesson_status':
        if (value === 'passed' || value === 'failed') after[SUCCESS] = value
        // "passed" completes since August 2025 (#104); "incomplete" takes back what was completed.
        if (value === 'passed') after[COMPLETION] = 'completed'
        if (value === 'completed' || value === 'incomplete') after[COMPLETION] = value
        break
      case 'cmi.completion_status':
        after[COMPLETION] = value
        break
      case 'cmi.success_status':
        after[SUCCESS] = value
        break
      // Of a hundred, whatever the content calls its maximum.
      case 'cmi.core.score.raw':
      case 'cmi.score.raw':
        after[SCORE] = String(positive(element, value) / 100)
        break
      case 'cmi.score.scaled':
        after[SCORE] = String(positive(element, value))
        break
      case 'cmi.progress_measure':
        positive(element, value)
    }
  }
  return after
}

function positive(element: string, value: string): number {
  const number = value.trim() === '' ? NaN : Number(value)
  if (number >= 0) return number
  throw new PreviewError(
    `${element} is "${value}". Expected a number of at least 0: Open edX answers so, and keeps nothing of the batch.`,
    500,
  )
}
