/** The file of a relay: what is taken, and what is said of a mistake: where, found, expected, the cure. Rule: docs/conformance.md, REL-10. */
import { readFileSync } from 'node:fs'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCredential } from '../../build/relay/credential'
import { newKey, revokeIn } from '../../build/relay/key'
import { readConfig } from '../../build/relay/read-config'
import { isRelayKey, relayUrl } from '../../src/model/relay'

const KEY = 'wk-AAAAAAAAAAAAAAAAAAAAAAAA'
const good = `# of the relay
lrs:
  url: https://lrs.example.com/xapi/
  credential: { env: [LRS_USER, LRS_PASSWORD] }
deployments:
  - name: moodle
    key: ${KEY}
    origins: [https://moodle.example.com/]
    homePage: https://moodle.example.com
`
const read = (text: string) => readConfig(text, '/etc/wsqd/relay.yaml', 'relay.yaml')
const problems = (text: string): readonly string[] => {
  const found = read(text)
  return found.ok ? [] : found.problems
}

test('[REL-10] the least that a relay needs, and what it then is', () => {
  expect(read(good)).toEqual({
    ok: true,
    config: {
      listen: { host: '127.0.0.1', port: 8790 },
      health: { host: '127.0.0.1', port: 8791 },
      behindProxy: false,
      lrs: { url: 'https://lrs.example.com/xapi/', credential: { env: ['LRS_USER', 'LRS_PASSWORD'] } },
      activities: 'https://webrtcschool.com/xapi/wsqd',
      queue: { folder: '/etc/wsqd/relay-queue', megabytes: 1024 },
      limits: { bodyKB: 128, perAddress: 20, perKey: 500 },
      deployments: [
        { name: 'moodle', key: KEY, origins: ['https://moodle.example.com'], homePage: 'https://moodle.example.com', revoked: false },
      ],
    },
  })
})

test('the file that the documentation begins with is in order, as YAML and as JSON', () => {
  const [, text = ''] = /```yaml\n([^]*?)```/.exec(readFileSync('docs/admin/relay.md', 'utf8')) ?? []
  const found = read(text.replace(/wk-…/g, KEY))
  expect(found).toMatchObject({ ok: true })
  expect(
    read(
      JSON.stringify({
        lrs: { url: 'http://lrs:8080/xapi', credential: { file: 'secret' } },
        health: null,
        deployments: [{ name: 'a', key: KEY, origins: ['https://a.example'], homePage: 'https://a.example' }],
      }),
    ),
  ).toMatchObject({
    ok: true,
    config: { health: null, lrs: { credential: { file: '/etc/wsqd/secret' } } },
  })
})

test.each<readonly [string, string, readonly string[]]>([
  ['no YAML', good.replace('[LRS_USER', '[LRS_USER: ['), ['relay.yaml:4: found']],
  [
    'the credential itself',
    good.replace('credential: { env: [LRS_USER, LRS_PASSWORD] }', 'password: hunter2'),
    [
      'relay.yaml:2: found no "lrs.credential"; expected env: [NAME_OF_USER, NAME_OF_PASSWORD], or file: path; never the credential itself. The credential stands in two environment variables or in a file of its own, never here.',
      'relay.yaml:4: found "lrs.password"; expected a key of docs/admin/relay.md. The credential stands in two',
    ],
  ],
  ['a credential in the address', good.replace('https://lrs', 'https://me:hunter2@lrs'), ['relay.yaml:3: found lrs.url']],
  [
    'an unencrypted LRS far away',
    good.replace('https://lrs', 'http://lrs'),
    ['relay.yaml:3: found lrs.url: "http://lrs.example.com/xapi/"; expected https://'],
  ],
  [
    'a key that looks like a password',
    good.replace(KEY, 'user:hunter2'),
    ['relay.yaml:7: found deployments.0.key: another text; expected a key, as "wsqd relay key" makes it.'],
  ],
  [
    'an origin with a path',
    good.replace('.com/]', '.com/moodle]'),
    ['relay.yaml:8: found deployments.0.origins.0: "https://moodle.example.com/moodle"; expected an origin'],
  ],
  [
    'no origin',
    good.replace('[https://moodle.example.com/]', '[]'),
    ['relay.yaml:8: found deployments.0.origins: a list; expected at least one origin'],
  ],
  [
    'a star for everybody',
    good.replace('https://moodle.example.com/]', '"*"]'),
    ['relay.yaml:8: found deployments.0.origins.0: "*"; expected an origin'],
  ],
  [
    'a misspelt key',
    good.replace('homePage', 'homepage'),
    ['relay.yaml:6: found no "deployments.0.homePage"', 'relay.yaml:9: found "deployments.0.homepage"; expected a key'],
  ],
  ['a port that is none', `listen: 127.0.0.1\n${good}`, ['relay.yaml:1: found listen: "127.0.0.1"; expected host:port']],
  [
    'the same key twice',
    good + good.slice(good.indexOf('  - name')).replace('moodle', 'other'),
    [`relay.yaml:11: found the key of another deployment; expected one of its own. "wsqd relay key" makes another.`],
  ],
  ['nothing at all', '', ['relay.yaml:1: found the file: null']],
])('[REL-10] %s', (_, text, expected) => {
  const found = problems(text)
  expect(found).toHaveLength(expected.length)
  expected.forEach((begin, i) => expect(found[i]?.slice(0, begin.length)).toBe(begin))
  expect(found.join()).not.toContain('hunter2')
})

describe('[REL-10] the credential', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'wsqd-credential-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const warned: string[] = []
  const warn = (text: string) => void warned.push(text)

  test('comes from two variables of the environment', async () => {
    const env = { LRS_USER: 'me', LRS_PASSWORD: 'hunter2' }
    expect(await readCredential({ env: ['LRS_USER', 'LRS_PASSWORD'] }, env, warn)).toBe(`Basic ${btoa('me:hunter2')}`)
    await expect(readCredential({ env: ['LRS_USER', 'LRS_SECRET'] }, env, warn)).rejects.toThrow(
      /^The environment has no LRS_SECRET; expected/,
    )
  })

  test('or from a file of its own; one that everybody can read is warned of, and what it holds is never said', async () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'me:hunter2\n', { mode: 0o600 })
    expect(await readCredential({ file }, {}, warn)).toBe(`Basic ${btoa('me:hunter2')}`)
    expect(warned).toEqual([])
    chmodSync(file, 0o644)
    await readCredential({ file }, {}, warn)
    expect(warned.join()).toMatch(/can be read by everybody.*chmod 600/)
    writeFileSync(file, 'user: me\npassword: hunter2\n')
    const refused = await readCredential({ file }, {}, warn).catch((error: unknown) => String(error))
    expect(refused).toMatch(/does not hold one line "user:password"/)
    expect(refused).not.toContain('hunter2')
    await expect(readCredential({ file: join(folder, 'none') }, {}, warn)).rejects.toThrow(/cannot be read; expected one line/)
  })
})

test('[REL-4] a new key is one, and another every time; revoking changes a line and keeps the comments', () => {
  expect(isRelayKey(newKey())).toBe(true)
  expect(newKey()).not.toBe(newKey())
  expect(isRelayKey('user:password')).toBe(false)
  const revoked = revokeIn(good, 'moodle') ?? ''
  expect(revoked).toContain('# of the relay')
  expect(read(revoked)).toMatchObject({ ok: true, config: { deployments: [{ revoked: true }] } })
  expect(revokeIn(good, 'other')).toBeNull()
})

test('[REL-11] the address of a relay is encrypted, or of this very machine, and holds no credential', () => {
  expect(relayUrl('https://LMS.example.com/relay/')).toBe('https://lms.example.com/relay')
  expect(relayUrl('http://127.0.0.1:8790')).toBe('http://127.0.0.1:8790')
  for (const bad of [
    'http://lms.example.com',
    'https://a:b@lms.example.com',
    'https://lms.example.com/?key=1',
    'https://lms.example.com/#x',
    'ftp://x',
    'lms',
    "https://x'; script-src *",
  ])
    expect(relayUrl(bad)).toBeNull()
})
