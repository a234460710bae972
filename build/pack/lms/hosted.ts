/** LMSs that come as a service: what their vendors write, what people say of them, and what nobody here has seen. */
import { fact, type LmsPreset, trouble } from './preset'

const bothApart = fact('unconfirmed', 'SCORM 2004 says completed and passed apart; which one your reports count was not seen.')
const endsInPassed = fact(
  'unconfirmed',
  'SCORM 1.2 has one status for both, and the package ends in passed; which one your reports count was not seen.',
)
const attempts = fact('unconfirmed', 'Attempts unlimited, where it asks for them: the package repeats its quiz by itself.')
const oldest = fact('unconfirmed', 'Next to nothing is known of it here. SCORM 1.2 is what every LMS imports.')

export const cornerstone: LmsPreset = {
  name: 'cornerstone',
  label: 'Cornerstone OnDemand',
  also: ['csod', 'cornerstone learning'],
  target: 'scorm2004-3',
  why: fact('community', 'With SCORM 1.2 some of its reports are missing, and 2004 says completed apart from passed.'),
  instead: { target: 'scorm12', when: fact('community', 'The menu that it shows beside SCORM 2004 takes too much room.') },
  ask: 'completed',
  asks: fact(
    'vendor',
    'Its troubleshooting guide traces most completion problems to the reporting status, and warns of those with passed or failed.',
  ),
  settings: { report: 'completed' },
  importing: [fact('vendor', 'Its guide advises to try a package in SCORM Cloud first, in frameset mode.')],
  setting: [fact('unconfirmed', 'It opens a window of its own: allow pop-ups for its address.'), attempts],
  troubles: [
    trouble(
      'community',
      'A menu beside the course takes a third of the width.',
      'Cornerstone draws it for SCORM 2004. The package asks to hide the LMS’s buttons; if the menu stays, take the zip for SCORM 1.2.',
    ),
    trouble(
      'vendor',
      'Somebody finished, and it says incomplete.',
      'Build it with `--lms cornerstone`, or set the zip with `--report completed`, and try it in SCORM Cloud in frameset mode.',
    ),
  ],
}

export const successfactors: LmsPreset = {
  name: 'successfactors',
  label: 'SAP SuccessFactors Learning',
  also: ['sap', 'sap successfactors'],
  target: 'scorm12',
  why: fact('vendor', 'It puts a navigation bar around SCORM 2004, and completes 2004 on exit unless the manifest forbids it (ours does).'),
  instead: { target: 'scorm2004-3', when: fact('vendor', 'You need completed and passed apart, and accept the bar.') },
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('vendor', 'Content on SAP’s own iContent needs nothing more. On a server of yours it needs SAP’s cross-domain set-up.')],
  setting: [
    fact('vendor', 'Mastery Score of the content object: empty, unless the LMS is to judge.'),
    fact('vendor', 'The keep-alive setting: as delivered.'),
  ],
  troubles: [
    trouble(
      'vendor',
      'It is complete as soon as somebody closes it.',
      'SAP does so with SCORM 2004 packages whose manifest does not forbid it (KBA 2458835). Ours does: look whether another package is there.',
    ),
    trouble(
      'vendor',
      'Nothing is saved after half an hour.',
      'The suite ends a session after 30 idle minutes, or when its own page around the course is left (KBA 2978409). Keep that page open.',
    ),
    trouble(
      'vendor',
      'It does not start from Course Home.',
      'There the LMS lies in a frame of another domain, which stops packages that search `window.top` (KBA 2805176). This one does not.',
    ),
  ],
}

export const docebo: LmsPreset = {
  name: 'docebo',
  label: 'Docebo',
  also: [],
  target: 'scorm2004-3',
  why: fact('vendor', 'It takes SCORM 1.2 and, of 2004, the 3rd edition alone.'),
  instead: { target: 'scorm12', when: fact('vendor', 'SCORM 2004 gives you trouble; both are supported.') },
  ask: 'passed and completed',
  asks: bothApart,
  settings: {},
  importing: [
    fact('vendor', 'It refuses zips with server-side files such as .php, .jsp or .htaccess; there are none in ours.'),
    fact('vendor', 'No conversion of sequencing into prerequisites: there is nothing to convert.'),
  ],
  setting: [fact('vendor', 'The view is set per device: full screen on all of them.'), attempts],
  troubles: [trouble('vendor', 'The course stays blank.', 'It must be served by HTTPS: mixed content fails silently.')],
}

export const canvas: LmsPreset = {
  name: 'canvas',
  label: 'Canvas',
  also: ['instructure'],
  target: 'scorm2004-3',
  why: fact('unconfirmed', 'Its SCORM tool is said to take 1.2 and 2004; 2004 says completed and passed apart.'),
  instead: { target: 'scorm12', when: fact('unconfirmed', 'Your SCORM tool takes 1.2 alone.') },
  ask: 'passed and completed',
  asks: bothApart,
  settings: {},
  importing: [fact('unconfirmed', 'Needs Canvas’s SCORM tool, which your institution has to switch on.')],
  setting: [fact('unconfirmed', 'Let it open in a new tab.'), attempts],
  troubles: [
    trouble('vendor', 'An old link to the course is dead.', 'Since July 2021 launch links are signed: link to it from Canvas again.'),
    trouble(
      'unconfirmed',
      'Settings such as captions and speed are forgotten.',
      'The course lies in a frame of another domain, where browsers may block storage. Progress is with the LMS and not affected; a new tab may help.',
    ),
  ],
}

export const blackboard: LmsPreset = {
  name: 'blackboard',
  label: 'Blackboard Learn',
  also: ['blackboard ultra', 'anthology'],
  target: 'scorm2004-3',
  why: fact('unconfirmed', 'It plays 1.2 and 2004; 2004 says completed and passed apart.'),
  instead: { target: 'scorm12', when: fact('unconfirmed', 'SCORM 2004 gives you trouble.') },
  ask: 'passed and completed',
  asks: bothApart,
  settings: {},
  importing: [fact('vendor', 'The size limit of course files does not hold for SCORM; its mobile apps take up to 250 MB.')],
  setting: [fact('unconfirmed', 'Let it open in a new window.'), attempts],
  troubles: [],
}

export const brightspace: LmsPreset = {
  name: 'brightspace',
  label: 'Brightspace',
  also: ['d2l', 'desire2learn'],
  target: 'scorm2004-3',
  why: fact('vendor', 'It plays 1.2 and 2004; the legacy player’s conditions for a grade are about 1.2.'),
  instead: {
    target: 'scorm12',
    when: fact(
      'vendor',
      'Your courses use the legacy player. The package meets its conditions: score, maximum above 0, and an orderly end.',
    ),
  },
  ask: 'passed and completed',
  asks: bothApart,
  settings: {},
  importing: [fact('vendor', 'There are two players, the new one (since 10.6.11) and the legacy one. Do not mix them in one course.')],
  setting: [fact('unconfirmed', 'Let it open in a new tab.'), attempts],
  troubles: [
    trouble(
      'vendor',
      'The grade stays empty (legacy player, SCORM 1.2).',
      'It is written when the package ends: the quiz has to be done and the course left by its own button or by closing its window.',
    ),
  ],
}

export const talentlms: LmsPreset = {
  name: 'talentlms',
  label: 'TalentLMS',
  also: ['talent lms'],
  target: 'scorm12',
  why: fact('vendor', 'Of SCORM it supports 1.2 alone.'),
  instead: null,
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('vendor', 'The zip has to open straight to the manifest. It does: upload it as it is.')],
  setting: [attempts],
  troubles: [
    trouble(
      'vendor',
      '“This is not a valid SCORM file.”',
      'The zip was unpacked and packed again with its folder, or it is the one for SCORM 2004.',
    ),
  ],
}

export const absorb: LmsPreset = {
  name: 'absorb',
  label: 'Absorb',
  also: ['absorb lms'],
  target: 'scorm12',
  why: fact('vendor', 'It takes 1.2 and 2004 as uploaded zips; of the two, 1.2 asks less of an LMS.'),
  instead: { target: 'scorm2004-3', when: fact('vendor', 'You need completed and passed apart.') },
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('vendor', 'Upload the zip. Dispatch files and external drivers are refused, and this is neither.')],
  setting: [attempts],
  troubles: [
    trouble(
      'vendor',
      'It works in SCORM Cloud, and not here.',
      'Absorb says itself that it does not handle content exactly as SCORM Cloud does. Try the zip for the other standard.',
    ),
  ],
}

export const workday: LmsPreset = {
  name: 'workday',
  label: 'Workday Learning',
  also: [],
  target: 'scorm2004-3',
  why: fact('community', 'It is said to need a score and the completion status of 2004.'),
  instead: { target: 'scorm12', when: fact('unconfirmed', 'SCORM 2004 gives you trouble.') },
  ask: 'completed',
  asks: fact(
    'community',
    'It is said to look at `cmi.completion_status=completed`; the package sends it with the score, when every screen is seen and the quiz passed.',
  ),
  settings: {},
  importing: [fact('unconfirmed', 'It opens in a new tab.')],
  setting: [attempts],
  troubles: [
    trouble(
      'community',
      'It is complete at launch.',
      'That is said of external content and of learners who are not enrolled: upload the zip, and enrol them.',
    ),
  ],
}

export const learn365: LmsPreset = {
  name: 'learn365',
  label: 'Learn365',
  also: ['zensai', 'lms365'],
  target: 'scorm12',
  why: fact('vendor', 'It processes four values of a package, status and score among them; SCORM 1.2 has both in the simplest form.'),
  instead: null,
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('unconfirmed', 'Upload the zip as a SCORM package.')],
  setting: [attempts],
  troubles: [trouble('vendor', 'There are no answers in any report.', 'It processes four values alone. Status and score arrive.')],
}

export const crossknowledge: LmsPreset = {
  name: 'crossknowledge',
  label: 'CrossKnowledge',
  also: [],
  target: 'scorm12',
  why: fact('vendor', 'It takes 1.2 and 2004; of the two, 1.2 asks less of an LMS.'),
  instead: { target: 'scorm2004-3', when: fact('vendor', 'You need completed and passed apart.') },
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('vendor', 'The back office takes up to 200 MB, and blocks server-side files; there are none in ours.')],
  setting: [attempts],
  troubles: [],
}

export const oracle: LmsPreset = {
  name: 'oracle',
  label: 'Oracle Learning',
  also: ['oracle learning cloud'],
  target: 'scorm12',
  why: fact('community', 'It is said to take both; SCORM 1.2 asks the least of an LMS.'),
  instead: { target: 'scorm2004-3', when: fact('community', 'You need completed and passed apart.') },
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('community', 'One answer in a forum names 50 MB as the limit of an upload; the package is far below.')],
  setting: [attempts],
  troubles: [],
}

export const scormcloud: LmsPreset = {
  name: 'scormcloud',
  label: 'SCORM Cloud, Rustici Engine',
  also: ['rustici', 'scorm cloud'],
  target: 'scorm2004-4',
  why: fact('vendor', 'It plays every standard; the newest one tells it most.'),
  instead: { target: 'scorm12', when: fact('vendor', 'You try out what another LMS will get: take that LMS’s zip.') },
  ask: 'passed and completed',
  asks: fact('unconfirmed', 'SCORM 2004 says both apart.'),
  settings: {},
  importing: [
    fact(
      'vendor',
      'A new edition: import it as a new version of the same course. `WhenToRestartRegistration` decides what becomes of learners under way.',
    ),
  ],
  setting: [
    fact('vendor', 'Launch in a frameset or in a new window; in a frameset switch its finish button on, or leave by the course’s own.'),
  ],
  troubles: [],
}

export const learnupon: LmsPreset = {
  name: 'learnupon',
  label: 'LearnUpon',
  also: [],
  target: 'scorm12',
  why: oldest,
  instead: { target: 'scorm2004-3', when: fact('unconfirmed', 'You need completed and passed apart, and it takes 2004.') },
  ask: 'passed and completed',
  asks: endsInPassed,
  settings: {},
  importing: [fact('unconfirmed', 'It is said to open in a pop-up: allow them.')],
  setting: [attempts],
  troubles: [],
}

export const litmos: LmsPreset = { ...learnupon, name: 'litmos', label: 'Litmos' }

export const other: LmsPreset = {
  ...learnupon,
  name: 'other',
  label: 'Any other',
  also: ['unknown'],
  why: fact('unconfirmed', 'SCORM 1.2 is what every LMS imports.'),
  instead: {
    target: 'scorm2004-3',
    when: fact('unconfirmed', 'Your LMS says that it supports SCORM 2004, and you need completed and passed apart.'),
  },
  importing: [fact('unconfirmed', 'Upload the zip as it is, as a SCORM package.')],
  setting: [
    attempts,
    fact('unconfirmed', 'Switch off whatever lets the LMS overwrite the status from a mastery score, or complete a course by itself.'),
  ],
}
