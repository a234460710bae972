/**
 * A frame that is loaded again in the same player page finds its LMS initialised. By the book that is 103 (RTE 2004 §3.1.7) and 101, a general
 * error, in SCORM 1.2, which has no code for it: Moodle answers so (reference/moodle.md, "Second Initialize"). The data are open to us all
 * the same, which is seen by asking for the learner. Initialize is never called twice by us: Moodle resets its values then.
 */
export const isOpenAlready = (code: string, learner: () => string): boolean => code === '103' || (code === '101' && learner() !== '')
