/** The gallery of stage kinds (docs/stages/gallery) as a course: its own files, and the call of the real one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type Compiled } from '../compile/compile'
import { read } from '../compile/1-read/read'
import { Diagnostics } from '../compile/diagnostic'
import { assignSlots, slotsText } from '../compile/slots'
import { readFolder } from '../files'
import { loadMetrics } from '../fonts/metrics'

export async function compileGallery(root: string): Promise<Compiled> {
  const call = ['call.yaml', new Uint8Array(readFileSync(join(root, 'modules/call.yaml')))] as const
  const files = new Map([call, ...(await readFolder(join(root, 'docs/stages/gallery')))])
  const slots = (read(files, new Diagnostics())?.modules ?? []).map(
    (module) => [`${module.folder}/slots.lock.json`, new TextEncoder().encode(slotsText(assignSlots(module)))] as const,
  )
  return compile(new Map([...files, ...slots]), await loadMetrics(root))
}
