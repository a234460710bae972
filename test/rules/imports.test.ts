/** The architecture holds because breaking it fails: each row is a line of code and whether lint takes it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rules } from '../../build/rules.mjs'

const broken: readonly (readonly [file: string, line: string, says: RegExp])[] = [
  ['src/model/x.ts', "import { a } from '../scene/frame-at'", /src\/model may import nothing of ours/],
  ['src/model/suspend/x.ts', "import { a } from '../../player/app'", /src\/model may import nothing of ours/],
  ['src/model/x.ts', "import type { a } from '../session/port'", /src\/model may import nothing of ours/],
  ['src/model/x.ts', "import { readFileSync } from 'node:fs'", /src\/model may use lz-string/],
  ['src/model/x.ts', "import { h } from 'preact'", /src\/model may use lz-string/],
  ['src/model/x.ts', "import { z } from 'zod'", /src\/model may use lz-string/],
  ['src/scene/x.ts', "import { a } from '../player/app'", /src\/scene may import src\/model\./],
  ['src/scene/x.ts', "import { h } from 'preact'", /src\/scene may use no package/],
  ['src/xapi/x.ts', "import { a } from '../session/port'", /src\/xapi may import src\/model\./],
  ['src/session/x.ts', "import { a } from '../player/app'", /src\/session may import src\/model\./],
  ['src/session/drivers/scorm12.ts', "import { a } from '../../xapi/verbs'", /src\/session may import src\/model\./],
  ['src/session/drivers/cmi5.ts', "import { a } from '../../player/app'", /src\/session\/drivers\/cmi5 may import/],
  ['src/session/relay/x.ts', "import { a } from '../../player/app'", /src\/session\/relay may import/],
  ['src/session/relay/x.ts', "import XAPI from '@xapi/xapi'", /src\/session\/relay may use no package/],
  ['src/player/x.ts', "import { a } from '../xapi/verbs'", /src\/player may import/],
  ['src/player/components/x.tsx', "import { a } from '../../start/scorm12'", /src\/player may import/],
  ['src/player/x.ts', "import { a } from '../../build/files'", /src\/player may import/],
  ['src/player/x.ts', "import { Scorm12API } from 'scorm-again'", /src\/player may use preact/],
  ['src/start/x.ts', "import { a } from '../report/page'", /src\/start may import/],
  ['src/report/x.ts', "import { a } from '../player/app'", /src\/report may import/],
  ['build/x.ts', "import { a } from '../src/player/app'", /build may import/],
  ['build/compile/1-read/x.ts', "import type { a } from '../../../src/session/port'", /build may import/],
  ['manifests/x.tsx', "import { a } from '../build/files'", /manifests may import src\/model\./],
  ['src/player/x.ts', "console.log('hello')", /no-console/],
  ['build/x.ts', "console.log('hello')", /no-console/],
  ['build/x.ts', 'export const a = process.argv', /Only build\/cli\.ts reads the process/],
  ['src/model/x.ts', 'export const a = Date.now()', /Clock and random come in as arguments/],
  ['src/model/x.ts', 'export enum A { B }', /No enum/],
  ['src/model/x.ts', 'export const a: any = 1', /no-explicit-any/],
  ['build/x.ts', 'export const a = import.meta.url', /No import\.meta/],
  ['src/player/components/x.tsx', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />', /Markup\.tsx alone/],
  ['src/model/x.ts', 'export const a = 1\n'.repeat(401), /max-lines/],
]

const whole: readonly (readonly [file: string, line: string])[] = [
  ['src/model/x.ts', "import { compress } from 'lz-string'\nexport const a = compress"],
  ['src/model/suspend/x.ts', "import { a } from '../units'\nexport const b = a"],
  ['src/session/drivers/scorm12.ts', "import { a } from '../port'\nimport { b } from '../../model/event'\nexport const c = [a, b]"],
  ['src/session/drivers/cmi5.ts', "import { a } from '../port'\nimport { b } from '../../xapi/verbs'\nexport const c = [a, b]"],
  ['src/session/relay/x.ts', "import { a } from '../port'\nimport { b } from '../../xapi/verbs'\nexport const c = [a, b]"],
  ['src/player/models/x.ts', "import { a } from '../../scene/frame-at'\nimport { b } from './modules'\nexport const c = [a, b]"],
  ['src/player/x.ts', "import { useState } from 'preact/hooks'\nexport const a = useState"],
  ['src/start/x.ts', "import { a } from '../session/port'\nimport { b } from '../player/app'\nexport const c = [a, b]"],
  [
    'build/pack/x.ts',
    "import { a } from '../../src/model/course'\nimport { b } from '../../manifests/content'\nimport 'node:fs'\nexport const c = [a, b]",
  ],
  ['build/compile/x.ts', "import { a } from '../stage/director'\nexport const c = a"],
]

let messages: readonly (readonly string[])[]
beforeAll(() => {
  const input = JSON.stringify([...broken, ...whole].map(([file, text]) => ({ file, text })))
  const run = spawnSync(process.execPath, ['test/rules/lint-texts.mjs'], { input, encoding: 'utf8' })
  expect(run.stderr).toBe('')
  messages = JSON.parse(run.stdout) as string[][]
}, 60_000)

test.each(broken.map((row, index) => [row[0], row[1].slice(0, 60), row[2], index] as const))('%s: %s', (_file, _line, says, index) => {
  expect(messages[index]?.join('\n')).toMatch(says)
})

test.each(whole.map((row, index) => [row[0], row[1].split('\n')[0], broken.length + index] as const))(
  '%s may: %s',
  (_file, _line, index) => {
    expect(messages[index]).toEqual([])
  },
)

test('every folder a rule names is where the rule says, or planned and empty', () => {
  const planned = ['src/labs', 'src/report', 'src/xapi', 'src/session/drivers/cmi5', 'src/session/drivers/tincan']
  for (const { folder } of rules) expect(existsSync(folder) || planned.includes(folder)).toBe(true)
})
