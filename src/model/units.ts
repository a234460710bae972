/** Milliseconds. Scene time is nominal (400 ms a word); clock time is real. */
export type Ms = number
/** A share of one, 0 to 1 inclusive. */
export type Scaled = number
/** Markup made and sanitised at build time from the course's own Markdown. Nothing from an LMS is ever Html. */
export type Html = string

export type ModuleId = string
export type ScreenId = string
export type QuizId = string
export type QuestionId = string
export type PredictionId = string
export type GoalId = string
/** A syllabus number, `MODULE.TOPIC` or `MODULE.TOPIC.PART`, such as `4.9`. */
export type TopicId = string
/** One character, `a`–`z` or `0`–`9`, permanent: SCORM 1.2's CMIFeedback allows no more (RTE 1.2 §3.4.7). */
export type OptionId = string
