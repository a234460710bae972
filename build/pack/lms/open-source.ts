/** LMSs whose source code can be read, and mostly was: Moodle's at several releases, the others' as far as each fact says. */
import { fact, type LmsPreset, trouble } from './preset'

/** Settings of Moodle's SCORM activity, which Totara is said to share. */
const moodleSettings = (by: 'source' | 'unconfirmed') => [
  fact(by, 'Attempts: unlimited. Force new attempt: No. “Always” would begin from nothing at every launch.'),
  fact(by, 'Mastery score overrides status: off. Force completed: off.'),
  fact(by, 'Grade: highest attempt.'),
  fact(by, 'Display: current window, the structure in the player hidden, width 100 %.'),
  fact(by, 'Auto-commit may be on; the package saves by itself after every screen and answer.'),
]

export const moodle: LmsPreset = {
  name: 'moodle',
  label: 'Moodle',
  also: ['moodle app', 'moodle workplace'],
  target: 'scorm12',
  why: fact('source', 'Moodle implements SCORM 1.2 in full, and its app plays nothing else offline.'),
  instead: {
    target: 'scorm2004-4',
    when: fact('source', 'Nobody uses the app, and you want the questions’ wording in the interactions report.'),
  },
  ask: 'passed and completed',
  asks: fact(
    'source',
    'SCORM 1.2 has one status for both, and the package ends in passed: with “completed” ticked alone it would never complete the activity.',
  ),
  settings: {},
  importing: [
    fact('source', 'Add a SCORM activity and give it the zip as its package. `imsmanifest.xml` is at the root, where Moodle wants it.'),
    fact('source', 'A new edition: edit the activity and replace the file. Tracks stay where identifiers match, and ours never change.'),
  ],
  setting: [
    ...moodleSettings('source'),
    fact('source', 'Activity completion: require status, with passed and completed both ticked.'),
    fact('source', 'For the app: “Protect package downloads” off.'),
  ],
  troubles: [
    trouble(
      'source',
      'It says “completed” as soon as somebody opens and closes it.',
      'That is what Moodle does to a package that sets no status. This one sets incomplete at once; look whether another zip is in the activity.',
    ),
    trouble(
      'source',
      'The second launch is a review, and nothing is recorded.',
      'Moodle opens what is passed, completed or failed in review. “Start a new attempt” begins anew; the grade stays the highest.',
    ),
    trouble(
      'source',
      'The app does not play it.',
      'Only SCORM 1.2 plays offline, with “Protect package downloads” off. Take the zip for SCORM 1.2.',
    ),
    trouble(
      'source',
      'The package is refused at upload.',
      'Moodle wants the manifest at the root of the zip (`badimsmanifestlocation`): upload it as it is, neither unpacked nor packed again. Size: PHP’s `upload_max_filesize` and `post_max_size`.',
    ),
    trouble(
      'community',
      'Scores were lost when the window was closed (Moodle 4.5 with Chrome).',
      'Chrome refuses `unload` in the SCORM frame, and packages that save there lose data. This one does not use it.',
    ),
  ],
}

export const totara: LmsPreset = {
  ...moodle,
  name: 'totara',
  label: 'Totara',
  also: ['totara learn'],
  why: fact('unconfirmed', 'Its SCORM activity is a fork of Moodle’s; what differs was not read.'),
  instead: null,
  asks: fact('unconfirmed', 'As in Moodle: the package ends in passed, so “completed” alone may wait for ever.'),
  importing: [fact('unconfirmed', 'As in Moodle: add a SCORM activity and give it the zip as its package.')],
  setting: [
    ...moodleSettings('unconfirmed'),
    fact('unconfirmed', 'Activity completion: require status, with passed and completed both ticked.'),
  ],
  troubles: [],
}

export const openedx: LmsPreset = {
  name: 'openedx',
  label: 'Open edX',
  also: ['edx', 'tutor', 'open edx'],
  target: 'scorm12',
  why: fact('source', 'The SCORM XBlock (overhangio) treats both alike, as a flat list of values; SCORM 1.2 asks the least of it.'),
  instead: null,
  ask: 'passed and completed',
  asks: fact('source', 'Since August 2025 the XBlock takes passed for completed; earlier releases may not.'),
  settings: {},
  importing: [
    fact('source', 'Needs the SCORM XBlock. It launches the first resource of the manifest, which is the course’s page.'),
    fact('source', 'The upload limit is Studio’s.'),
  ],
  setting: [
    fact('source', 'Height: 700 or more (450 is the default), or its own full-screen button or pop-up.'),
    fact('source', 'Weight: the grade is the score, out of 100.'),
    fact('source', 'Native installations need `X_FRAME_OPTIONS: SAMEORIGIN`.'),
  ],
  troubles: [
    trouble('source', 'It is small, in a strip of the page.', 'Raise the height of the block, or let it open in a pop-up.'),
    trouble(
      'source',
      'The grade is 0 after a failed quiz.',
      'The XBlock makes 0 of failed. The package says failed only where attempts are limited and used up: leave them unlimited.',
    ),
    trouble(
      'source',
      'The course says “Saved”, and the LMS has nothing.',
      'The XBlock answers “true” to everything. The learner’s device keeps a copy, and hands it in when the course is opened there again.',
    ),
  ],
}

export const ilias: LmsPreset = {
  name: 'ilias',
  label: 'ILIAS',
  also: [],
  target: 'scorm2004-3',
  why: fact('source', 'Its SCORM 2004 module is 3rd edition by default, and has switches to store interactions and objectives.'),
  instead: {
    target: 'scorm2004-4',
    when: fact('source', 'The module’s switch for 4th-edition features is on.'),
  },
  ask: 'passed and completed',
  asks: fact('unconfirmed', 'SCORM 2004 says both apart; which one your learning progress counts was not read.'),
  settings: {},
  importing: [fact('source', 'Import it as a SCORM 2004 learning module. The limits are PHP’s.')],
  setting: [
    fact('source', 'Storage of interactions: on, or the answers are not kept. Objectives: on.'),
    fact('source', 'Sequencing: off. Unlimited session timeout: on.'),
  ],
  troubles: [trouble('source', 'There are no answers in the report.', 'Storage of interactions is a switch of the module: switch it on.')],
}

export const openolat: LmsPreset = {
  name: 'openolat',
  label: 'OpenOlat',
  also: ['olat'],
  target: 'scorm12',
  why: fact('source', 'Its run-time is SCORM 1.2 and nothing else.'),
  instead: null,
  ask: 'passed and completed',
  asks: fact('unconfirmed', 'The package ends in passed; which status your release counts was not read.'),
  settings: {},
  importing: [fact('unconfirmed', 'Import the zip as a SCORM learning resource.')],
  setting: [fact('unconfirmed', 'Attempts unlimited, where it asks for them.')],
  troubles: [
    trouble(
      'source',
      'The course says that the learning system does not let it in.',
      'A note in its source says that the first call to the run-time fails with some packages. Close the course and open it again.',
    ),
    trouble(
      'source',
      'The course says “Saved”, and the LMS has nothing.',
      'Its run-time always answers “true”. The learner’s device keeps a copy, and hands it in when the course is opened there again.',
    ),
  ],
}

export const chamilo: LmsPreset = {
  name: 'chamilo',
  label: 'Chamilo',
  also: [],
  target: 'scorm12',
  why: fact('source', 'Its data model is SCORM 1.2; the names of 2004 lead to the same.'),
  instead: null,
  ask: 'passed and completed',
  asks: fact('unconfirmed', 'The package ends in passed; which status a learning path counts was not read.'),
  settings: {},
  importing: [fact('unconfirmed', 'Import the zip as a learning path. The limits are PHP’s.')],
  setting: [fact('source', '`show_glossary_in_documents=isautomatic` puts scripts of Chamilo’s into the course’s page. Leave it off.')],
  troubles: [
    trouble('community', 'The score does not change after it was completed.', 'Chamilo keeps it; people ask for this in its discussions.'),
  ],
}

export const sakai: LmsPreset = {
  name: 'sakai',
  label: 'Sakai',
  also: [],
  target: 'scorm2004-3',
  why: fact('source', 'Its contributed SCORM tool is built on ADL’s SCORM 2004 run-time, as far as it was read.'),
  instead: null,
  ask: 'passed and completed',
  asks: fact('unconfirmed', 'SCORM 2004 says both apart.'),
  settings: {},
  importing: [fact('unconfirmed', 'Needs the SCORM tool, or the SCORM Cloud plug-in; with the latter see SCORM Cloud.')],
  setting: [fact('unconfirmed', 'Attempts unlimited, where it asks for them.')],
  troubles: [],
}
