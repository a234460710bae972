import type { ModuleMap } from '../../model/course-map'
import { outcome } from '../../model/outcome'
import { beginModule, type Progress } from '../../model/progress'
import type { Settings } from '../../model/settings'
import type { Scaled } from '../../model/units'

export type ModuleState = 'done' | 'begun' | 'open'

/** How far a module is, by what counts for the LMS. */
export function stateOf(module: ModuleMap, progress: Progress, settings: Settings, passing: Scaled): ModuleState {
  const of = progress.modules[module.id] ?? beginModule(module)
  if (outcome(module, of, settings, passing)?.complete) return 'done'
  return of.seen.size + of.quiz.attempt + Object.keys(of.entered).length ? 'begun' : 'open'
}
