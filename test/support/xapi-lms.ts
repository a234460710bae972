/** The preview LMS for packages that speak to an LRS, with an empty store, and what its LRS holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPreview } from '../../build/preview/server'
import type { XapiReport } from '../../build/preview/xapi/report'
import { dist, root } from './packages'

export type XapiLms = Awaited<ReturnType<typeof startXapiLms>>

export async function startXapiLms(onError: (message: string) => void) {
  const attempts = mkdtempSync(join(tmpdir(), 'wsqd-lms-'))
  const preview = await startPreview({ root, dist, attempts, port: 0, now: () => Date.now(), onError })
  const address = (learner: string, id: string): string => new URL(`/api/attempts/${learner}/${id}`, preview.url).href
  const report = async (learner: string, id: string): Promise<XapiReport> =>
    (await fetch(address(learner, id))).json() as Promise<XapiReport>
  return {
    url: preview.url,
    launchUrl: (learner: string, id: string, more: Readonly<Record<string, string>> = {}): string =>
      new URL(`/launch/${id}?${new URLSearchParams({ learner, frame: '1280x800', ...more }).toString()}`, preview.url).href,
    report,
    /** What a page sends last arrives a moment after it. What is there in the end is the caller's to judge. */
    async told(learner: string, id: string, done: (report: XapiReport) => boolean): Promise<XapiReport> {
      const until = Date.now() + 15_000
      for (;;) {
        const now = await report(learner, id)
        if (done(now) || Date.now() > until) return now
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    async faults(learner: string, id: string, on: string): Promise<void> {
      await fetch(`${address(learner, id)}/faults`, { method: 'POST', body: JSON.stringify({ on }) })
    },
    async close(): Promise<void> {
      await preview.close()
      rmSync(attempts, { recursive: true, force: true })
    },
  }
}

/** As they were said, those of the LMS among them. */
export const verbsOf = (report: XapiReport): readonly string[] => report.statements.map(({ verb }) => verb)
/** What breaks a rule of the profile, and what a strict LMS refused. 412 is no refusal: it is how a page learns what another one wrote. */
export const problemsOf = (report: XapiReport): readonly string[] => [
  ...report.statements.flatMap(({ words, broken }) => (broken?.length ? [`${words}: ${broken.join(', ')}`] : [])),
  ...report.requests.flatMap(({ what, status, said }) =>
    status >= 400 && status !== 412 && said !== '' ? [`${what} ${status} ${said}`] : [],
  ),
]
