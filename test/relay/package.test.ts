/** A relay in a package: set and taken out, by build and by configure, and nothing else changes. Rules: docs/conformance.md, REL-11. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { Command } from 'commander'
import { register } from '../../build/commands/configure'
import { choicesOf } from '../../build/commands/choices'
import { configure } from '../../build/pack/configure'
import { lintZip } from '../../build/pack/lint'
import { pack } from '../../build/pack/pack'
import { packXapi } from '../../build/pack/pack-xapi'
import { scormTargets, targets } from '../../build/pack/targets'
import type { EditionName } from '../../manifests/edition'
import { courseOf, player, root, shellOf } from '../pack/fixture'
import { launchPage } from '../support/launch-page'

const relay = { url: 'https://lms.example.com/relay', key: 'wk-AAAAAAAAAAAAAAAAAAAAAAAA' }
const page = (zip: Uint8Array, name = 'index.html') => new TextDecoder().decode(unzipSync(zip)[name])
const built = async (name: EditionName, settings = {}) =>
  pack(courseOf(), courseOf().modules, await shellOf(scormTargets[name]), scormTargets[name], { settings })

test.each(Object.keys(scormTargets) as EditionName[])(
  '[REL-11] %s: its origin alone in the policy, its script before the player’s, address and key in the settings',
  async (name) => {
    const [plain, relayed] = [await built(name), await built(name, { relay })]
    const html = page(relayed)
    expect(html).toContain('connect-src &#x27;self&#x27; https://lms.example.com;')
    expect(html).toMatch(/<script defer src="relay\.js\?v=[0-9a-f]{8}"><\/script>\n<script defer src="player\.js/)
    expect(launchPage(html).settings.relay).toEqual(relay)
    expect(lintZip(relayed)).toEqual([])
    // Without one: no word of it in the page, the script in the zip all the same, and listed.
    expect(page(plain)).not.toMatch(/relay/)
    expect(Object.keys(unzipSync(plain))).toEqual(Object.keys(unzipSync(relayed)))
    expect(page(plain, 'imsmanifest.xml')).toContain('href="relay.js"')
    const { bytes } = await configure(plain, 'x.zip', { settings: { relay } })
    expect(Buffer.compare(bytes, relayed)).toBe(0)
    const { bytes: moved } = await configure(bytes, 'x.zip', { settings: { relay: { ...relay, url: 'https://other.example' } } })
    expect(page(moved)).toContain('connect-src &#x27;self&#x27; https://other.example;')
    expect(page(moved)).not.toContain('lms.example.com')
    const { bytes: back } = await configure(moved, 'x.zip', { settings: { relay: undefined } })
    expect(Buffer.compare(back, plain)).toBe(0)
  },
)

test.each(['cmi5', 'tincan'] as const)('[REL-11] %s has its LRS from the launch, and no relay', async (standard) => {
  const zip = await packXapi(courseOf(), courseOf().modules, player, targets[standard].name as typeof standard, { settings: { relay } })
  await expect(configure(zip, 'x.zip', { settings: { relay } })).rejects.toThrow(
    'its launch tells where its LRS is. A relay is for SCORM packages',
  )
  for (const name of Object.keys(unzipSync(zip)).filter((each) => each.endsWith('.html')))
    expect(page(zip, name)).not.toMatch(/lms\.example\.com|relay\.js/)
})

test('[REL-11] a zip of before has no script to speak with, and is told so', async () => {
  const shell = new Map([...(await shellOf(scormTargets.scorm12))].filter(([name]) => name !== 'relay.js'))
  const old = await pack(courseOf(), courseOf().modules, shell, scormTargets.scorm12)
  await expect(configure(old, 'old.zip', { settings: { relay } })).rejects.toThrow(
    'old.zip: it has no relay.js. Take a package of this edition. Nothing was written.',
  )
  const { bytes } = await configure(old, 'old.zip', { settings: { relay: undefined } })
  expect(Buffer.compare(bytes, old)).toBe(0)
})

describe('[REL-11] on the command line', () => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wsqd-relay-'))
    writeFileSync(join(folder, 'a.zip'), await built('scorm12'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = async (...args: string[]) => {
    let said = ''
    const say = (text: string) => void (said += text)
    const program = new Command().exitOverride().configureOutput({ writeErr: say, writeOut: say })
    register(program, { root, cwd: folder, env: {}, stdout: say, stderr: say, isTTY: false, now: Date.now, exit: () => undefined })
    const failed = await program.parseAsync(['node', 'wsqd', 'configure', 'a.zip', ...args]).then(
      () => '',
      (error: Error) => error.message,
    )
    return { said, failed }
  }

  test('in, and out again', async () => {
    const before = readFileSync(join(folder, 'a.zip'))
    const { said } = await run('--relay', 'https://LMS.example.com/relay/', '--relay-key', relay.key, '--in-place')
    expect(said).toMatch(/relay {2,}none {2,}https:\/\/lms\.example\.com\/relay {2,}\*/)
    expect(launchPage(page(readFileSync(join(folder, 'a.zip')))).settings.relay).toEqual(relay)
    await run('--no-relay', '--in-place')
    expect(Buffer.compare(readFileSync(join(folder, 'a.zip')), before)).toBe(0)
  })

  test.each([
    [['--relay', 'https://lms.example.com'], /Give --relay and --relay-key together/],
    [['--relay-key', relay.key], /Give --relay and --relay-key together/],
    [['--relay', 'http://lms.example.com', '--relay-key', relay.key], /Expected an address such as https:/],
    [['--relay', 'https://me:hunter2@lms.example.com', '--relay-key', relay.key], /Expected an address such as https:/],
    [['--relay', 'https://lms.example.com', '--relay-key', 'user:hunter2'], /Never a credential of the LRS/],
  ])('refused, and nothing written: %j', async (args, says) => {
    const { failed } = await run(...args)
    expect(failed).toMatch(says)
    expect(readdirSync(folder)).toEqual(['a.zip'])
  })

  test('the choices of a build', () => {
    expect(choicesOf({ relay: relay.url, relayKey: relay.key })).toEqual({ settings: { relay } })
    expect(choicesOf({ relay: false })).toEqual({ settings: { relay: undefined } })
    expect(choicesOf({})).toEqual({ settings: {} })
  })
})
