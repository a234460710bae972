/** Phase 3: the rules of the course. What they find does not keep a course from being compiled; it keeps it from being done. */
import type { ModuleText, Sources } from '../1-read/read'
import type { Diagnostics } from '../diagnostic'
import type { LinkedModule } from '../tree'
import { checkNarration } from './check-narration'
import { checkOutline } from './check-outline'
import { checkPicture } from './check-picture'
import { checkQuiz } from './check-quiz'
import { checkRetyped } from './check-retyped'

/** `whole`: nothing was left unread. Of a broken text only what was read is judged: what seems to be missing may be there. */
export function check(module: LinkedModule, text: ModuleText, sources: Sources, whole: boolean, diagnostics: Diagnostics): void {
  checkNarration(module, diagnostics)
  checkRetyped(text.sources, sources.call, diagnostics)
  if (!whole) return
  checkOutline(module, text, sources.outline, diagnostics)
  if (text.quiz) checkQuiz(text.quiz, text.screenplay.screens, diagnostics)
  checkPicture(module, text.screenplay.screens, diagnostics)
}
