/**
 * How this host lets a learner in: which attempt, in which mode, with which data. Pure.
 * Host behaviour lives in this folder and nowhere else; another host is another set of these modules.
 */
import type { Attempt, Cmi, ManifestTerms, Mode, Runtime } from '../types'

export interface Entry {
  readonly attempt: number
  readonly mode: Mode
  readonly because: string | null
  readonly cmi: Cmi
}
export interface Visitor {
  readonly id: string
  readonly sortName: string
}

/** Moodle (mod/scorm/player.php): these are over, and open in review until a new attempt is asked for. */
export function isOver(runtime: Runtime, cmi: Cmi): boolean {
  if (runtime === 'scorm2004') return cmi['cmi.completion_status'] === 'completed'
  return ['passed', 'completed', 'failed'].includes(cmi['cmi.core.lesson_status'] ?? '')
}

/** Suspended means: the same attempt goes on at the next launch. */
function isSuspended(runtime: Runtime, cmi: Cmi): boolean {
  return cmi[runtime === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit'] === 'suspend'
}

export function enter(attempts: readonly Attempt[], asked: Mode, runtime: Runtime, terms: ManifestTerms, visitor: Visitor): Entry {
  const last = attempts.at(-1)
  const before = last?.cmi ?? {}
  const begun = Object.keys(before).length > 0
  const over = begun && isOver(runtime, before)
  const mode = asked === 'normal' && over ? 'review' : asked
  const because = mode === asked ? null : 'The attempt is over, so it opens in review. “Start again” gives a new attempt.'
  // SCORM 2004 RTE 4.2.11: an exit other than suspend ended the attempt, so the next normal launch is a new one, without data.
  const fresh = runtime === 'scorm2004' && mode === 'normal' && begun && !isSuspended(runtime, before)
  const kept = fresh || !begun || (runtime === 'scorm2004' && !isSuspended(runtime, before)) ? {} : carried(runtime, before)
  const number = (last?.number ?? 1) + (fresh ? 1 : 0)
  const entry = fresh || !begun ? 'ab-initio' : isSuspended(runtime, before) ? 'resume' : ''
  return { attempt: number, mode, because, cmi: { ...kept, ...given(runtime, mode, entry, terms, visitor) } }
}

/** Elements the host gives anew at every launch, or that count for one session only. */
const own: Readonly<Record<Runtime, RegExp>> = {
  scorm12:
    /^cmi\.(core\.(student_id|student_name|credit|entry|exit|lesson_mode|session_time)$|student_data\.|launch_data$|comments_from_lms)/,
  scorm2004:
    /^(adl\.|cmi\.(learner_id|learner_name|credit|entry|exit|mode|session_time|completion_threshold|scaled_passing_score|launch_data|max_time_allowed|time_limit_action)$|cmi\.comments_from_lms)/,
}

function carried(runtime: Runtime, cmi: Cmi): Cmi {
  return Object.fromEntries(Object.entries(cmi).filter(([element]) => !own[runtime].test(element)))
}

function given(runtime: Runtime, mode: Mode, entry: string, terms: ManifestTerms, visitor: Visitor): Cmi {
  const credit = mode === 'normal' ? 'credit' : 'no-credit'
  const elements: Cmi =
    runtime === 'scorm12'
      ? {
          'cmi.core.student_id': visitor.id,
          'cmi.core.student_name': visitor.sortName,
          'cmi.core.credit': credit,
          'cmi.core.lesson_mode': mode,
          'cmi.core.entry': entry,
          'cmi.launch_data': terms.launchData,
          'cmi.student_data.mastery_score': terms.mastery,
          'cmi.student_data.max_time_allowed': terms.maxTime,
          'cmi.student_data.time_limit_action': terms.timeLimitAction,
        }
      : {
          'cmi.learner_id': visitor.id,
          'cmi.learner_name': visitor.sortName,
          'cmi.credit': credit,
          'cmi.mode': mode,
          'cmi.entry': entry,
          'cmi.launch_data': terms.launchData,
          'cmi.completion_threshold': terms.threshold,
          'cmi.scaled_passing_score': terms.mastery,
          'cmi.max_time_allowed': terms.maxTime,
          'cmi.time_limit_action': terms.timeLimitAction,
        }
  return Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== ''))
}
