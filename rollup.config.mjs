/**
 * One player for each standard, from its composition root: `.cache/player/<standard>/player.js` and one `player.css` beside it.
 * The packager calls Rollup's JS API with these; nothing here knows which of them are asked for.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import swc from '@rollup/plugin-swc'

const root = dirname(fileURLToPath(import.meta.url))
const standards = [
  'scorm12',
  'scorm2004',
  'programme-scorm12',
  'programme-scorm2004',
  'programme-tincan',
  'cmi5',
  'tincan',
  'local',
  'null',
  'relay',
]

/** White space and comments out. Our own style sheets only: no strings with braces, no hacks. */
const squeeze = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()

/** Gathers imported style sheets, in the order of their imports, into `player.css`. */
const css = () => ({
  name: 'css',
  load: (id) => (id.endsWith('.css') ? 'export default undefined' : null),
  generateBundle() {
    const sheets = [...this.getModuleIds()].filter((id) => id.endsWith('.css'))
    const index = sheets.length ? this.getModuleInfo(join(root, 'src/player/styles/index.ts'))?.importedIds : []
    const ordered = (index ?? []).filter((id) => sheets.includes(id))
    this.emitFile({ type: 'asset', fileName: 'player.css', source: squeeze(ordered.map((id) => readFileSync(id, 'utf8')).join('\n')) })
  },
})

/**
 * Elements are made by `h(type, props, ...children)`: shorter than the calls of the automatic runtime, 300 bytes of the player in all. The two have
 * names that no component gives to anything of its own.
 */
const classic = { runtime: 'classic', pragma: 'createNode', pragmaFrag: 'Together' }
const factory = () => ({
  name: 'factory',
  transform: (code, id) =>
    id.endsWith('.tsx') ? { code: `import { h as createNode, Fragment as Together } from 'preact'\n${code}`, map: null } : null,
})

const speaksToLrs = (standard) => /(cmi5|tincan)$/.test(standard)

const player = (standard) => ({
  input: join(root, `src/start/${standard}.ts`),
  output: {
    dir: join(root, `.cache/player/${standard}`),
    entryFileNames: standard === 'relay' ? 'relay.js' : 'player.js',
    format: 'iife',
    name: 'wsqd',
  },
  plugins: [
    css(),
    factory(),
    // Before `browser`, which in @xapi/xapi is a script of another kind.
    resolve({
      browser: true,
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      ...(speaksToLrs(standard) ? { mainFields: ['module', 'browser', 'main'] } : {}),
    }),
    // Types are checked by `npm run types`; here they are only taken off.
    swc({
      include: /\.tsx?$/,
      swc: {
        configFile: false,
        swcrc: false,
        sourceMaps: false,
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2021',
          transform: { react: classic, useDefineForClassFields: false },
        },
      },
    }),
    // Every pass takes a second. A SCORM package has no byte to spare; beside a library of 18 KB nobody would notice.
    // No function that is an expression is called with `new`, here or in what is taken from others: they may be arrows.
    terser({
      ecma: 2020,
      compress: { passes: speaksToLrs(standard) ? 1 : 4, keep_fargs: false, unsafe_arrows: true },
      format: { comments: false },
    }),
  ],
  // Preact's signals mark their effects as pure in a place where Rollup sees no use for it.
  onwarn: (warning, warn) => warning.code !== 'INVALID_ANNOTATION' && warn(warning),
})

export default standards.filter((standard) => existsSync(join(root, `src/start/${standard}.ts`))).map(player)
