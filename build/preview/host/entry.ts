/** How a host lets a learner in: which attempt, in which mode, with which data. Pure; each host has its way. */
import type { Attempt, Cmi, ManifestTerms, Mode, Personality, Runtime } from '../types'

export interface Entry {
  readonly attempt: number
  readonly mode: Mode
  readonly because: string | null
  readonly cmi: Cmi
}
export interface Visitor {
  readonly id: string
  readonly name: string
  readonly sortName: string
}
interface Door {
  readonly attempts: readonly Attempt[]
  readonly asked: Mode
  readonly runtime: Runtime
  readonly terms: ManifestTerms
  readonly visitor: Visitor
}

export function enter(host: Personality, door: Door): Entry {
  return host === 'openedx' ? enterOpenedx(door) : enterByBook(host, door)
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

function enterByBook(host: 'plain' | 'moodle', { attempts, asked, runtime, terms, visitor }: Door): Entry {
  const last = attempts.at(-1)
  const before = last?.cmi ?? {}
  const begun = Object.keys(before).length > 0
  const over = begun && isOver(runtime, before)
  const mode = asked === 'normal' && over ? 'review' : asked
  const because = mode === asked ? null : 'The attempt is over, so it opens in review. “Start again” gives a new attempt.'
  // SCORM 2004 RTE 4.2.11: an exit other than suspend ended the attempt, so the next normal launch comes without data.
  const forgotten = runtime === 'scorm2004' && begun && !isSuspended(runtime, before)
  // By the book it is a new attempt. Moodle keeps its number, and in its database the old values until they are overwritten (scorm_13lib.php:1178).
  const fresh = forgotten && mode === 'normal' && host === 'plain'
  const kept = !begun || forgotten ? {} : carried(host, runtime, before)
  const number = (last?.number ?? 1) + (fresh ? 1 : 0)
  const anew = !begun || fresh || (forgotten && host === 'moodle')
  const entry = anew ? 'ab-initio' : isSuspended(runtime, before) ? 'resume' : ''
  // "SCORM standards mode" is off in a new Moodle, and the name then as people write it (scorm_12lib.php).
  const name = host === 'moodle' ? visitor.name : visitor.sortName
  return { attempt: number, mode, because, cmi: { ...kept, ...given(runtime, mode, entry, terms, { id: visitor.id, name }) } }
}

/**
 * openedx-scorm-xblock ccef54c: everything that was ever set comes back as it was; there is no entry, no attempt and no review.
 * The learner is told in the names of both standards (`initialize_student_info`).
 */
function enterOpenedx({ attempts, asked, visitor }: Door): Entry {
  const last = attempts.at(-1)
  const kept = Object.fromEntries(Object.entries(last?.cmi ?? {}).filter(([element]) => !element.startsWith('xblock.')))
  const learner = {
    'cmi.core.student_id': visitor.id,
    'cmi.learner_id': visitor.id,
    'cmi.core.student_name': visitor.id,
    'cmi.learner_name': visitor.id,
  }
  return { attempt: last?.number ?? 1, mode: asked, because: null, cmi: { ...kept, ...learner } }
}

/** Elements the host gives anew at every launch, or that count for one session only. */
const own: Readonly<Record<Runtime, RegExp>> = {
  scorm12:
    /^cmi\.(core\.(student_id|student_name|credit|entry|exit|lesson_mode|session_time)$|student_data\.|launch_data$|comments_from_lms)/,
  scorm2004:
    /^(adl\.|cmi\.(learner_id|learner_name|credit|entry|exit|mode|session_time|completion_threshold|scaled_passing_score|launch_data|max_time_allowed|time_limit_action)$|cmi\.comments_from_lms)/,
}
/** Moodle gives the exit of the last session back (scorm_12lib.php, scorm_13lib.php, `$def['cmi.exit']`): "suspend" again is then no change. */
const EXIT = /^cmi\.(core\.)?exit$/

function carried(host: 'plain' | 'moodle', runtime: Runtime, cmi: Cmi): Cmi {
  return Object.fromEntries(
    Object.entries(cmi).filter(
      ([element]) => !element.startsWith('xblock.') && (!own[runtime].test(element) || (host === 'moodle' && EXIT.test(element))),
    ),
  )
}

function given(
  runtime: Runtime,
  mode: Mode,
  entry: string,
  terms: ManifestTerms,
  learner: { readonly id: string; readonly name: string },
): Cmi {
  const credit = mode === 'normal' ? 'credit' : 'no-credit'
  const elements: Cmi =
    runtime === 'scorm12'
      ? {
          'cmi.core.student_id': learner.id,
          'cmi.core.student_name': learner.name,
          'cmi.core.credit': credit,
          'cmi.core.lesson_mode': mode,
          'cmi.core.entry': entry,
          'cmi.launch_data': terms.launchData,
          'cmi.student_data.mastery_score': terms.mastery,
          'cmi.student_data.max_time_allowed': terms.maxTime,
          'cmi.student_data.time_limit_action': terms.timeLimitAction,
        }
      : {
          'cmi.learner_id': learner.id,
          'cmi.learner_name': learner.name,
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
