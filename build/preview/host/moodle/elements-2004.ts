/**
 * The elements of Moodle's SCORM 2004 run-time, with the expressions that their values are tried by: mod/scorm/datamodels/scorm_13.js,
 * `datamodel`, and scorm_13lib.php, `get_scorm_default`, for what a new attempt holds. What nobody set is '' there, with no error 403.
 */
import type { Element } from './elements-12'

const string = (length: number): RegExp => new RegExp(`^[\\u0000-\\uFFFF]{0,${length}}$`)
export const DECIMAL = /^-?([0-9]{1,5})(\.[0-9]{1,18})?$/
/** A hyphen, a colon or an accent in a choice is refused with 406. */
export const SHORT_ID = /^[\w.]{1,250}$/
const LONG_ID = /^(?:(?!urn:)\S{1,4000}|urn:[A-Za-z0-9-]{1,31}:\S{1,4000})$/
/** An expression that always matches something: what does not fit matches as an empty text, and is refused for being empty. */
export const LANG_250 = /^(\{lang=([a-zA-Z]{2,3}|i|x)(-[a-zA-Z0-9-]{2,8})?\})?([^{].{0,250}$)?/
export const LANG_4000 = /^(\{lang=([a-zA-Z]{2,3}|i|x)(-[a-zA-Z0-9-]{2,8})?\})?([^{].{0,4000}$)?/
const LANG = /^([a-zA-Z]{2,3}|i|x)(-[a-zA-Z0-9-]{2,8})?$|^$/
/** A zone only after a fraction of one or two digits: `toISOString()` is refused; years 1970–2038. */
const TIME =
  /^(19[7-9]{1}[0-9]{1}|20[0-2]{1}[0-9]{1}|203[0-8]{1})((-(0[1-9]{1}|1[0-2]{1}))((-(0[1-9]{1}|[1-2]{1}[0-9]{1}|3[0-1]{1}))(T([0-1]{1}[0-9]{1}|2[0-3]{1})((:[0-5]{1}[0-9]{1})((:[0-5]{1}[0-9]{1})((\.[0-9]{1,2})((Z|([+|-]([0-1]{1}[0-9]{1}|2[0-3]{1})))(:[0-5]{1}[0-9]{1})?)?)?)?)?)?)?)?$/
const TIMESPAN = /^P(\d+Y)?(\d+M)?(\d+D)?(T(((\d+H)(\d+M)?(\d+(.\d{1,2})?S)?)|((\d+M)(\d+(.\d{1,2})?S)?)|((\d+(.\d{1,2})?S))))?$/
const COMPLETION = /^completed$|^incomplete$|^not attempted$|^unknown$/
const SUCCESS = /^passed$|^failed$|^unknown$/
const EXIT = /^time-out$|^suspend$|^logout$|^normal$|^$/
const TYPE = /^true-false$|^choice$|^(long-)?fill-in$|^matching$|^performance$|^sequencing$|^likert$|^numeric$|^other$/
/** "wrong" is the word of 1.2, and refused here. */
const RESULT = /^correct$|^incorrect$|^unanticipated$|^neutral$|^-?([0-9]{1,4})(\.[0-9]{1,18})?$/
/** `_none_` is refused, and anything that ends in "jump" is not. */
const NAVIGATION = /^previous$|^continue$|^exit$|^exitAll$|^abandon$|^abandonAll$|^suspendAll$|^\{target=\S{0,200}[a-zA-Z0-9]\}choice|jump$/
/** No line end: the rest is tried by the type of the interaction (responses-2004.ts). */
const FEEDBACK = /^.*$/

const SCORE = 'max,raw,scaled,min'
const read = (first?: string): Element => ({ access: 'r', ...(first === undefined ? {} : { first }) })
const both = (format: RegExp, first?: string): Element => ({ access: 'rw', format, ...(first === undefined ? {} : { first }) })
const number = (least: number, most: number, first?: string): Element => ({ ...both(DECIMAL, first), range: [least, most] })

export const elements2004: Readonly<Record<string, Element>> = {
  'cmi._children': read(
    '_version,comments_from_learner,comments_from_lms,completion_status,credit,entry,exit,interactions,launch_data,learner_id,learner_name,learner_preference,location,max_time_allowed,mode,objectives,progress_measure,scaled_passing_score,score,session_time,success_status,suspend_data,time_limit_action,total_time',
  ),
  'cmi._version': read('1.0'),
  'cmi.comments_from_learner._children': read('comment,timestamp,location'),
  'cmi.comments_from_learner._count': read('0'),
  'cmi.comments_from_learner.n.comment': both(LANG_4000),
  'cmi.comments_from_learner.n.location': both(string(250)),
  'cmi.comments_from_learner.n.timestamp': both(TIME),
  'cmi.comments_from_lms._children': read('comment,timestamp,location'),
  'cmi.comments_from_lms._count': read('0'),
  'cmi.comments_from_lms.n.comment': read(),
  'cmi.comments_from_lms.n.location': read(),
  'cmi.comments_from_lms.n.timestamp': read(),
  'cmi.completion_status': both(COMPLETION, 'unknown'),
  'cmi.completion_threshold': read(''),
  'cmi.credit': read(''),
  'cmi.entry': read(''),
  'cmi.exit': { access: 'w', format: EXIT, first: '' },
  'cmi.interactions._children': read(
    'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
  ),
  'cmi.interactions._count': read('0'),
  'cmi.interactions.n.id': both(LONG_ID),
  'cmi.interactions.n.type': both(TYPE),
  'cmi.interactions.n.objectives._count': read(),
  'cmi.interactions.n.objectives.n.id': both(LONG_ID),
  'cmi.interactions.n.timestamp': both(TIME),
  'cmi.interactions.n.correct_responses._count': read(),
  'cmi.interactions.n.correct_responses.n.pattern': both(FEEDBACK),
  'cmi.interactions.n.weighting': both(DECIMAL),
  'cmi.interactions.n.learner_response': both(FEEDBACK),
  'cmi.interactions.n.result': both(RESULT),
  'cmi.interactions.n.latency': both(TIMESPAN),
  'cmi.interactions.n.description': both(LANG_250),
  'cmi.launch_data': read(''),
  'cmi.learner_id': read(''),
  'cmi.learner_name': read(''),
  'cmi.learner_preference._children': read('audio_level,audio_captioning,delivery_speed,language'),
  'cmi.learner_preference.audio_level': number(0, Infinity, '1'),
  'cmi.learner_preference.language': both(LANG, ''),
  'cmi.learner_preference.delivery_speed': number(0, Infinity, ''),
  'cmi.learner_preference.audio_captioning': { ...both(/^-?([0-9]+)$/, '0'), range: [-1, 1] },
  'cmi.location': both(string(1000), ''),
  'cmi.max_time_allowed': read(''),
  'cmi.mode': read(''),
  'cmi.objectives._children': read('progress_measure,completion_status,success_status,description,score,id'),
  'cmi.objectives._count': read('0'),
  'cmi.objectives.n.id': both(LONG_ID),
  'cmi.objectives.n.score._children': read(SCORE),
  'cmi.objectives.n.score.scaled': number(-1, 1),
  'cmi.objectives.n.score.raw': both(DECIMAL),
  'cmi.objectives.n.score.min': both(DECIMAL),
  'cmi.objectives.n.score.max': both(DECIMAL),
  'cmi.objectives.n.success_status': both(SUCCESS, 'unknown'),
  'cmi.objectives.n.completion_status': both(COMPLETION, 'unknown'),
  'cmi.objectives.n.progress_measure': number(0, 1),
  'cmi.objectives.n.description': both(LANG_250),
  'cmi.progress_measure': number(0, 1, ''),
  'cmi.scaled_passing_score': read(''),
  'cmi.score._children': read(SCORE),
  'cmi.score.scaled': number(-1, 1, ''),
  'cmi.score.raw': both(DECIMAL, ''),
  'cmi.score.min': both(DECIMAL, ''),
  'cmi.score.max': both(DECIMAL, ''),
  'cmi.session_time': { access: 'w', format: TIMESPAN, first: 'PT0H0M0S' },
  'cmi.success_status': both(SUCCESS, 'unknown'),
  'cmi.suspend_data': both(string(64_000), ''),
  'cmi.time_limit_action': read(''),
  'cmi.total_time': read('PT0H0M0S'),
  'adl.nav.request': both(NAVIGATION, '_none_'),
}
