/**
 * The elements of Moodle's SCORM 1.2 run-time, with the expressions that their values are tried by: mod/scorm/datamodels/scorm_12.js,
 * `datamodel`, and scorm_12.php for the two lengths. Points that no backslash protects are Moodle's: `(.[0-9]*)?` takes any character.
 */
export interface Element {
  readonly access: 'r' | 'w' | 'rw'
  readonly format?: RegExp
  readonly range?: readonly [least: number, most: number]
  /** What it holds in a new attempt. */
  readonly first?: string
}

/** "SCORM standards mode" off, as it is in a new Moodle: every text may have 64,000 UTF-16 units (scorm_12.php:46). On: 255 and 4096. */
const TEXT = /^[\u0000-\uFFFF]{0,64000}$/
const TIME = /^([0-2]{1}[0-9]{1}):([0-5]{1}[0-9]{1}):([0-5]{1}[0-9]{1})(.[0-9]{1,2})?$/
const TIMESPAN = /^([0-9]{2,4}):([0-9]{2}):([0-9]{2})(.[0-9]{1,2})?$/
const SIGNED = /^-?([0-9]+)$/
const DECIMAL = /^-?([0-9]{0,3})(.[0-9]*)?$/
const IDENTIFIER = /^[\u0021-\u007E]{0,255}$/
const STATUS = /^passed$|^completed$|^failed$|^incomplete$|^browsed$/
const OBJECTIVE_STATUS = /^passed$|^completed$|^failed$|^incomplete$|^browsed$|^not attempted$/
const EXIT = /^time-out$|^suspend$|^logout$|^$/
const TYPE = /^true-false$|^choice$|^fill-in$|^matching$|^performance$|^sequencing$|^likert$|^numeric$/
/** "incorrect" is the word of 2004, and refused here. */
const RESULT = /^correct$|^wrong$|^unanticipated$|^neutral$|^([0-9]{0,3})?(.[0-9]*)?$/
const NAVIGATION = /^previous$|^continue$/

const read = (first?: string): Element => ({ access: 'r', ...(first === undefined ? {} : { first }) })
const both = (format: RegExp, first?: string): Element => ({ access: 'rw', format, ...(first === undefined ? {} : { first }) })
const number = (format: RegExp, range: Element['range'], first?: string): Element => ({
  ...both(format, first),
  ...(range ? { range } : {}),
})
const write = (format: RegExp): Element => ({ access: 'w', format })
const percent = (): Element => number(DECIMAL, [0, 100], '')

export const elements12: Readonly<Record<string, Element>> = {
  'cmi._children': read('core,suspend_data,launch_data,comments,objectives,student_data,student_preference,interactions'),
  'cmi._version': read('3.4'),
  'cmi.core._children': read(
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  ),
  'cmi.core.student_id': read(''),
  'cmi.core.student_name': read(''),
  'cmi.core.lesson_location': both(TEXT, ''),
  'cmi.core.credit': read(''),
  'cmi.core.lesson_status': both(STATUS, ''),
  'cmi.core.entry': read(''),
  'cmi.core.score._children': read('raw,min,max'),
  'cmi.core.score.raw': percent(),
  'cmi.core.score.max': percent(),
  'cmi.core.score.min': percent(),
  'cmi.core.total_time': read('00:00:00'),
  'cmi.core.lesson_mode': read(''),
  'cmi.core.exit': { ...write(EXIT), first: '' },
  'cmi.core.session_time': { ...write(TIMESPAN), first: '00:00:00' },
  'cmi.suspend_data': both(TEXT, ''),
  'cmi.launch_data': read(''),
  'cmi.comments': both(TEXT, ''),
  'cmi.comments_from_lms': read(''),
  'cmi.evaluation.comments._count': read('0'),
  'cmi.evaluation.comments._children': read('content,location,time'),
  'cmi.evaluation.comments.n.content': both(TEXT),
  'cmi.evaluation.comments.n.location': both(TEXT),
  'cmi.evaluation.comments.n.time': both(TIME),
  'cmi.objectives._children': read('id,score,status'),
  'cmi.objectives._count': read('0'),
  'cmi.objectives.n.id': both(IDENTIFIER),
  'cmi.objectives.n.score._children': read(),
  'cmi.objectives.n.score.raw': number(DECIMAL, [0, 100]),
  'cmi.objectives.n.score.min': number(DECIMAL, [0, 100]),
  'cmi.objectives.n.score.max': number(DECIMAL, [0, 100]),
  'cmi.objectives.n.status': both(OBJECTIVE_STATUS),
  'cmi.student_data._children': read('mastery_score,max_time_allowed,time_limit_action'),
  'cmi.student_data.mastery_score': read(''),
  'cmi.student_data.max_time_allowed': read(''),
  'cmi.student_data.time_limit_action': read(''),
  'cmi.student_preference._children': read('audio,language,speed,text'),
  'cmi.student_preference.audio': number(SIGNED, [-1, 100], '0'),
  'cmi.student_preference.language': both(TEXT, ''),
  'cmi.student_preference.speed': number(SIGNED, [-100, 100], '0'),
  'cmi.student_preference.text': number(SIGNED, [-1, 1], '0'),
  'cmi.interactions._children': read('id,objectives,time,type,correct_responses,weighting,student_response,result,latency'),
  'cmi.interactions._count': read('0'),
  'cmi.interactions.n.id': write(IDENTIFIER),
  'cmi.interactions.n.objectives._count': read(),
  'cmi.interactions.n.objectives.n.id': write(IDENTIFIER),
  'cmi.interactions.n.time': write(TIME),
  'cmi.interactions.n.type': write(TYPE),
  'cmi.interactions.n.correct_responses._count': read(),
  'cmi.interactions.n.correct_responses.n.pattern': write(TEXT),
  'cmi.interactions.n.weighting': { ...write(DECIMAL), range: [-100, 100] },
  'cmi.interactions.n.student_response': write(TEXT),
  'cmi.interactions.n.result': write(RESULT),
  'cmi.interactions.n.latency': write(TIMESPAN),
  'nav.event': { ...write(NAVIGATION), first: '' },
}
