/** The preview LMS with an empty store, and what it has recorded. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AttemptReport } from '../../build/preview/api'
import { startPreview, type PreviewOptions } from '../../build/preview/server'
import { dist, root } from './packages'

export type Lms = Awaited<ReturnType<typeof startLms>>

export async function startLms(learner: string, onError: (message: string) => void, more: Pick<PreviewOptions, 'statements'> = {}) {
  const attempts = mkdtempSync(join(tmpdir(), 'wsqd-lms-'))
  const preview = await startPreview({ root, dist, attempts, port: 0, now: () => Date.now(), onError, ...more })
  const report = async (id: string): Promise<AttemptReport> =>
    (await fetch(new URL(`/api/attempts/${learner}/${id}`, preview.url))).json() as Promise<AttemptReport>
  return {
    url: preview.url,
    launchUrl: (id: string, frame = '1280x800'): string => new URL(`/launch/${id}?learner=${learner}&frame=${frame}`, preview.url).href,
    report,
    /** Beacons and logs arrive a moment after the page that sent them. What is there in the end is the caller's to judge. */
    async settled(id: string, done: (report: AttemptReport) => boolean): Promise<AttemptReport> {
      const until = Date.now() + 15_000
      for (;;) {
        const now = await report(id)
        if (done(now) || Date.now() > until) return now
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async close(): Promise<void> {
      await preview.close()
      rmSync(attempts, { recursive: true, force: true })
    },
  }
}
