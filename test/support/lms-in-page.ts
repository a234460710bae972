/**
 * An LMS of SCORM 1.2 in the window of the course itself, as good or bad as the address says. It runs in the browser, before anything of the page
 * does, so it may use nothing from here:
 *
 *     ?none                      there is none, and waiting for it is a hundred times as quick
 *     ?initialize=false          it refuses; `commit` and `finish` likewise
 *     ?suspend=…&mode=review&id= what it gives back
 */
export function lmsInPage(): void {
  const asked = new URLSearchParams(location.search)
  if (asked.has('none')) {
    const later = window.setTimeout.bind(window)
    Object.assign(window, { setTimeout: (run: () => void, ms = 0) => later(run, ms / 100) })
    return
  }
  const values: Record<string, string> = {
    'cmi.core.student_id': asked.get('id') ?? 'ada',
    'cmi.core.lesson_mode': asked.get('mode') ?? 'normal',
    'cmi.core.credit': 'credit',
    'cmi.suspend_data': asked.get('suspend') ?? '',
  }
  const answer = (method: string) => () => asked.get(method) ?? 'true'
  const API = {
    LMSInitialize: answer('initialize'),
    LMSGetValue: (element: string) => values[element] ?? '',
    LMSSetValue(element: string, value: string) {
      values[element] = value
      return 'true'
    },
    LMSCommit: answer('commit'),
    LMSFinish: answer('finish'),
    LMSGetLastError: () => (asked.has('initialize') ? '101' : '0'),
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  }
  Object.assign(window, { API })
}
