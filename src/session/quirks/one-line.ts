/**
 * One line of at most 250 characters, not beginning with a brace. Moodle's 2004 runtime refuses line ends in descriptions, responses and patterns
 * with 406 (scorm_13.js, CMILangString250), and in every host a leading `{` is read as a `{lang=…}` tag (RTE 2004 §4.1.1).
 */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/^\{/, '… {').slice(0, 250)
