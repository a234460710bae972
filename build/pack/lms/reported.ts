/** What a package tells the LMS, and when: for the admin's pages (docs/conformance.md has the rules). */
export interface Reported {
  readonly when: string
  readonly what: string
  readonly scorm12: string
  readonly scorm2004: string
}

export const reported: readonly Reported[] = [
  {
    when: 'opened',
    what: 'incomplete, if nothing is known yet',
    scorm12: 'lesson_status, exit',
    scorm2004: 'completion_status, exit',
  },
  {
    when: 'a screen is done or left',
    what: 'the place, and all progress',
    scorm12: 'lesson_location, suspend_data',
    scorm2004: 'location, suspend_data, progress_measure',
  },
  {
    when: 'a question is answered',
    what: 'the answer, right or wrong, and what is right',
    scorm12: 'interactions',
    scorm2004: 'interactions',
  },
  {
    when: 'a quiz is finished',
    what: 'the best score so far, 0 to 100',
    scorm12: 'score.raw, min, max',
    scorm2004: 'score.scaled, raw, min, max',
  },
  {
    when: 'it is final, and never before',
    what: 'passed, completed; failed only where attempts are limited and used up',
    scorm12: 'lesson_status',
    scorm2004: 'completion_status, success_status',
  },
  { when: 'closed', what: 'the time of this session', scorm12: 'session_time', scorm2004: 'session_time' },
]
