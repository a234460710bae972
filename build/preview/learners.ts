/** Three people to play. One name is not ASCII on purpose: hosts and content have broken on less. */
export interface Learner {
  readonly id: string
  readonly name: string
  /** As an LMS sends it, "Last, First". */
  readonly sortName: string
}

export const learners: readonly Learner[] = [
  { id: 'ada', name: 'Ada Okafor', sortName: 'Okafor, Ada' },
  { id: 'bjorn', name: 'Björn Åkesson', sortName: 'Åkesson, Björn' },
  { id: 'chen', name: 'Chen Li', sortName: 'Li, Chen' },
]
