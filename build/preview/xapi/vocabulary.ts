/** What cmi5 names, and what the preview calls itself in it. Nothing is ever asked of these addresses. */
export const LMS = 'https://preview-lms.invalid'
export const DATA = 'LMS.LaunchData'
export const PREFERENCES = 'cmi5LearnerPreferences'

const EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions'
export const extensions = {
  session: `${EXTENSION}/sessionid`,
  mastery: `${EXTENSION}/masteryscore`,
  mode: `${EXTENSION}/launchmode`,
  url: `${EXTENSION}/launchurl`,
  moveOn: `${EXTENSION}/moveon`,
  parameters: `${EXTENSION}/launchparameters`,
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
} as const

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories'
export const categories = { cmi5: `${CATEGORY}/cmi5`, moveOn: `${CATEGORY}/moveon` } as const

export const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  launched: 'http://adlnet.gov/expapi/verbs/launched',
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  satisfied: 'https://w3id.org/xapi/adl/verbs/satisfied',
} as const
export type Verb = keyof typeof verbs

export const activityTypes = {
  course: 'https://w3id.org/xapi/cmi5/activitytype/course',
  block: 'https://w3id.org/xapi/cmi5/activitytype/block',
} as const

/** Ours, unlike the publisher's (cmi5 §8.1.5): that of a unit, and of the course and its blocks. */
export const activityOf = (home: string, key: string): string => `${LMS}/${encodeURIComponent(home)}/${encodeURIComponent(key)}`
export const MODES = { normal: 'Normal', browse: 'Browse', review: 'Review' } as const
