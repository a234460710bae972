/**
 * Who may import whom (docs/architecture.md), as one table. eslint.config.mjs makes `no-restricted-imports` of it, per folder.
 *
 * @typedef {object} Rule
 * @property {string} folder    Where the rule holds; the most specific folder wins.
 * @property {readonly string[]} may       Folders of ours it may import, besides itself.
 * @property {readonly string[]} packages  Packages it may import; '*' is any, Node's own included.
 * @property {string} because   Said to whoever breaks it.
 */

/** @type {readonly Rule[]} */
export const rules = [
  {
    folder: 'src/model',
    may: [],
    packages: ['lz-string'],
    because: 'The model is types and pure functions that everything leans on: it knows no DOM, no Node and nobody else.',
  },
  {
    folder: 'src/scene',
    may: ['src/model'],
    packages: [],
    because: 'frameAt is a pure function of a scene and a time.',
  },
  {
    folder: 'src/xapi',
    may: ['src/model'],
    packages: ['@xapi/xapi', 'uuid'],
    because: 'Vocabulary and statements know events, not who sends them.',
  },
  {
    folder: 'src/session',
    may: ['src/model'],
    packages: [],
    because: 'The session layer knows LMSs, not screens; it must also work without the player.',
  },
  {
    folder: 'src/session/drivers/cmi5',
    may: ['src/model', 'src/session', 'src/xapi'],
    packages: ['@xapi/xapi', 'uuid'],
    because: 'Only the cmi5 and tincan drivers speak xAPI.',
  },
  {
    folder: 'src/session/drivers/tincan',
    may: ['src/model', 'src/session', 'src/xapi'],
    packages: ['@xapi/xapi', 'uuid'],
    because: 'Only the cmi5 and tincan drivers speak xAPI.',
  },
  {
    folder: 'src/session/drivers/xapi',
    may: ['src/model', 'src/session', 'src/xapi'],
    packages: ['@xapi/xapi', 'uuid'],
    because: 'What the cmi5 and tincan drivers share.',
  },
  {
    folder: 'src/session/relay',
    may: ['src/model', 'src/session', 'src/xapi'],
    packages: [],
    because: 'What a SCORM package says to a relay: statements, sent with fetch alone.',
  },
  {
    folder: 'src/labs',
    may: ['src/model'],
    packages: ['preact', '@preact/signals'],
    because: 'A lab is loaded by the player; it does not reach back into it.',
  },
  {
    folder: 'src/player',
    may: ['src/model', 'src/scene', 'src/session', 'src/labs'],
    packages: ['preact', '@preact/signals'],
    because: 'The player shows a course and says events; how they reach an LMS is not its business.',
  },
  {
    folder: 'src/report',
    may: ['src/model', 'src/xapi'],
    packages: ['*'],
    because: 'The report reads statements; it has no window.',
  },
  {
    folder: 'src/report/page',
    may: ['src/model'],
    packages: ['hast'],
    because:
      'What the page shows is drawn at build, and again in the page when another cohort is chosen: nothing in it that a browser lacks.',
  },
  {
    folder: 'src/report/web',
    may: ['src/model'],
    packages: ['hast'],
    because: 'The page’s script is one small text in the page: no package comes with it.',
  },
  {
    folder: 'src/start',
    may: ['src/model', 'src/scene', 'src/session', 'src/xapi', 'src/labs', 'src/player'],
    packages: ['preact', '@preact/signals'],
    because: 'A composition root puts an adapter and the player together, for the browser.',
  },
  {
    folder: 'manifests',
    may: ['src/model'],
    packages: ['*'],
    because: 'A manifest is made of what it is told; files come from the packager.',
  },
  {
    folder: 'build',
    may: ['src/model', 'src/scene', 'src/xapi', 'src/report', 'manifests'],
    packages: ['*'],
    because: 'The build gets the player as files from Rollup: importing the player or the session would tie both to Node.',
  },
]

/** Every folder that code could reach for. */
const folders = ['src/model', 'src/scene', 'src/xapi', 'src/session', 'src/labs', 'src/player', 'src/report', 'src/start']
const outside = ['manifests', 'build', 'test', 'modules']

/** The patterns of `no-restricted-imports` for one rule: ways out of the folder, then packages. */
export function patternsOf(/** @type {Rule} */ rule) {
  const own = rule.folder.split('/').slice(0, 2).join('/')
  const banned = [...folders, ...outside].filter((folder) => folder !== own && !rule.may.includes(folder))
  // A neighbour below src is named without `src/`: from src/session, src/player is ../player.
  const ways = banned.flatMap((folder) => (rule.folder.startsWith('src/') ? [folder, folder.replace(/^src\//, '')] : [folder]))
  const patterns = [
    {
      regex: `^(?:\\.\\./)+(?:${[...new Set(ways)].join('|')})(?:/|$)`,
      message: `${rule.folder} may import ${rule.may.join(', ') || 'nothing of ours'}. ${rule.because}`,
    },
  ]
  if (!rule.packages.includes('*')) {
    const but = rule.packages.map((name) => `(?!${name}(?:/|$))`).join('')
    patterns.push({ regex: `^${but}[^.]`, message: `${rule.folder} may use ${rule.packages.join(', ') || 'no package'}. ${rule.because}` })
  }
  return patterns
}

/** The files of a rule: a driver may be one file or a folder. */
export function filesOf(/** @type {Rule} */ rule) {
  return [`${rule.folder}/**/*.{ts,tsx}`, `${rule.folder}.{ts,tsx}`]
}
