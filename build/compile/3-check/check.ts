/** Phase 3: the rules of the course. What they find does not keep a course from being compiled; it keeps it from being done. */
import type { ModuleText, Sources } from '../1-read/read'
import type { Diagnostics } from '../diagnostic'
import type { LinkedModule } from '../tree'
import { checkNarration } from './check-narration'
import { checkOutline } from './check-outline'
import { checkPicture } from './check-picture'
import { checkRetyped } from './check-retyped'

export function check(module: LinkedModule, text: ModuleText, { call, outline }: Sources, diagnostics: Diagnostics): void {
  checkOutline(module, text, outline, diagnostics)
  checkNarration(module, diagnostics)
  checkPicture(module, text.screenplay.screens, diagnostics)
  checkRetyped(text.sources, call, diagnostics)
}
