/** Three people to play. One name is not ASCII on purpose: hosts and content have broken on less. */
export interface Learner {
  readonly id: string
  readonly name: string
  /** As an LMS sends it, "Last, First". */
  readonly sortName: string
  /** What a cmi5 unit finds as cmi5LearnerPreferences (cmi5 §11): languages in the order they are liked, and sound. */
  readonly preferences: { readonly languagePreference: string; readonly audioPreference: 'on' | 'off' }
}

export const learners: readonly Learner[] = [
  { id: 'ada', name: 'Ada Okafor', sortName: 'Okafor, Ada', preferences: { languagePreference: 'en-GB', audioPreference: 'on' } },
  {
    id: 'bjorn',
    name: 'Björn Åkesson',
    sortName: 'Åkesson, Björn',
    preferences: { languagePreference: 'sv-SE,de-DE', audioPreference: 'on' },
  },
  { id: 'chen', name: 'Chen Li', sortName: 'Li, Chen', preferences: { languagePreference: 'en-US', audioPreference: 'off' } },
]
