/** What an attempt came to, in the words of the catalogue. */
import type { Cmi, Runtime } from './types'

export type StateKind = 'not attempted' | 'incomplete' | 'completed' | 'passed' | 'failed' | 'browsed'
export interface State {
  readonly kind: StateKind
  /** 0–100: the score where there is one and the attempt is over, else how far it got. Null where neither is known. */
  readonly percent: number | null
  /** Both together: "passed 80 %". */
  readonly label: string
}

/** `progress` (0–1) comes from the suspend data: SCORM 1.2 has no element for it. */
export function stateOf(runtime: Runtime, cmi: Cmi, progress: number | null): State {
  const kind = kindOf(runtime, cmi)
  const percent = kind === 'incomplete' ? progressOf(cmi, progress) : scoreOf(runtime, cmi)
  const shown = kind === 'not attempted' ? null : percent
  return { kind, percent: shown, label: shown === null ? kind : `${kind} ${shown} %` }
}

function kindOf(runtime: Runtime, cmi: Cmi): StateKind {
  if (Object.keys(cmi).length === 0) return 'not attempted'
  if (runtime === 'scorm12') return known[cmi['cmi.core.lesson_status'] ?? ''] ?? 'not attempted'
  const success = cmi['cmi.success_status']
  if (success === 'passed' || success === 'failed') return success
  const completion = known[cmi['cmi.completion_status'] ?? '']
  return completion ?? 'incomplete'
}

const known: Readonly<Record<string, StateKind>> = {
  passed: 'passed',
  failed: 'failed',
  completed: 'completed',
  incomplete: 'incomplete',
  browsed: 'browsed',
  'not attempted': 'not attempted',
}

function progressOf(cmi: Cmi, progress: number | null): number | null {
  const measure = cmi['cmi.progress_measure'] ?? ''
  const share = measure === '' ? progress : Number(measure)
  return share === null || Number.isNaN(share) ? null : Math.round(share * 100)
}

function scoreOf(runtime: Runtime, cmi: Cmi): number | null {
  const scaled = runtime === 'scorm2004' ? (cmi['cmi.score.scaled'] ?? '') : ''
  if (scaled !== '') return Math.round(Number(scaled) * 100)
  const raw = cmi[runtime === 'scorm2004' ? 'cmi.score.raw' : 'cmi.core.score.raw'] ?? ''
  return raw === '' ? null : Math.round(Number(raw))
}
