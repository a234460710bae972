/** SCORM packages with a relay, in the preview LMS and a real browser: an LRS hears of what the LMS records, and nothing anywhere holds its credential. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { BrowserContext } from 'playwright-core'
import { configure } from '../../build/pack/configure'
import { startPreview, type Preview } from '../../build/preview/server'
import { brokenRules } from '../../src/xapi/check'
import { verbOf } from '../hosts/lrs-host'
import { HOME, KEY, setUp, until, type Setup } from '../relay/setup'
import { DESK, inChromium, listening } from '../support/in-chromium'
import { Learner } from '../support/learner'
import { dist, packagedModules, root } from '../support/packages'
import { takeQuiz, toTheQuiz } from '../support/road'

const packages = ['wsqd-04-media-flows.scorm12', 'wsqd-programme.scorm2004-4'] as const
const IRI = 'https://webrtcschool.com/xapi/wsqd'

const chromium = inChromium()
let relay: Setup
let preview: Preview
let context: BrowserContext
let folder: string
const seen: string[] = []
const sent: string[] = []
/** Launch pages of packages, as the LMS serves them. */
const served = new Set<string>()

beforeAll(async () => {
  relay = await setUp()
  folder = mkdtempSync(join(tmpdir(), 'wsqd-relayed-'))
  for (const id of packages) {
    const plain = new Uint8Array(readFileSync(join(dist, `${id}.zip`)))
    const { bytes } = await configure(plain, id, { settings: { relay: { url: relay.relay.url, key: KEY } } })
    writeFileSync(join(folder, `${id}.zip`), bytes)
  }
  const attempts = join(folder, 'attempts')
  preview = await startPreview({ root, dist: folder, attempts, port: 0, now: () => Date.now(), onError: (message) => seen.push(message) })
  const { origin } = new URL(preview.url)
  relay.relay.use({ ...relay.config, deployments: relay.config.deployments.map((one) => ({ ...one, origins: [origin] })) })
})
afterAll(async () => {
  await preview.close()
  await relay.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  relay.lrs.statements.clear()
  context = await chromium.browser.newContext(DESK)
  context.on('request', (request) => {
    if (request.url().startsWith(relay.relay.url)) sent.push(request.method())
    if (/\/content\/.*index\.html/.test(request.url())) served.add(request.url())
  })
})
afterEach(() => context.close())

const open = async (id: string): Promise<Learner> => {
  const page = listening(await context.newPage(), seen, /error|warning/)
  return Learner.launch(page, new URL(`/launch/${id}?learner=ada&frame=1280x800`, preview.url).href)
}
const verbs = (): string[] => [...relay.lrs.statements.values()].map(verbOf)

test('[REL-1] a module from the cover to a passed quiz: every statement arrives once, of the LMS’s learner, and the end when the page goes', async () => {
  const [id] = packages
  const learner = await open(id)
  await toTheQuiz(learner)
  await takeQuiz(learner, 1, 5)
  await until(() => verbs().includes('passed'), 30_000)
  await context.pages()[0]?.goto(preview.url)
  await until(() => verbs().includes('terminated'), 30_000)
  const statements = [...relay.lrs.statements.values()]
  expect(verbs()[0]).toBe('initialized')
  const answered = statements.filter((each) => verbOf(each) === 'answered').map(({ object }) => object.id)
  expect(answered.filter((id) => id.startsWith(`${IRI}/m04/q/`))).toHaveLength(learner.module.quiz?.draw ?? 0)
  expect(answered.filter((id) => id.startsWith(`${IRI}/m04/p/`)).length).toBeGreaterThan(0)
  expect(verbs().filter((verb) => verb === 'experienced').length).toBeGreaterThanOrEqual(learner.module.screens.length)
  for (const verb of ['initialized', 'completed', 'passed', 'terminated']) expect(verbs().filter((each) => each === verb)).toHaveLength(1)
  for (const statement of statements) {
    expect(brokenRules(statement)).toEqual([])
    expect(statement.actor).toEqual({ objectType: 'Agent', account: { homePage: HOME, name: 'ada' } })
  }
  expect(new Set(relay.lrs.times.values())).toEqual(new Set([1]))
  expect(relay.log.filter((line) => line.includes('refused'))).toEqual([])
  // Simple requests: nothing was asked before.
  expect(new Set(sent)).toEqual(new Set(['POST']))
  expect(seen).toEqual([])
})

test('[REL-16] the programme: a screen of a module, in its words', async () => {
  const [, id] = packages
  const menu = await open(id)
  const module = packagedModules(id).find(({ number }) => number === 4)
  if (!module) throw new Error('The programme has no module 4.')
  await menu.pressButton(module.title)
  const learner = menu.in(module)
  await learner.frame.waitForSelector('#app[data-state="ready"]')
  await learner.press('Enter')
  const [first] = module.screens
  await learner.stepUntil((sight) => sight.screen !== '' && sight.screen !== first?.id)
  await until(() => verbs().includes('experienced'), 30_000)
  const screen = [...relay.lrs.statements.values()].find((each) => verbOf(each) === 'experienced')
  expect(screen?.object).toMatchObject({ id: `${IRI}/m04/s/${first?.id}`, definition: { name: { en: first?.title } } })
  expect([...relay.lrs.statements.values()].find((each) => verbOf(each) === 'initialized')?.object.id).toBe(IRI)
  expect(seen).toEqual([])
})

test('[REL-8] the credential is in no zip, no page, no log: neither that of the relay, nor any', async () => {
  const secret = new RegExp(`${relay.lrs.password}|${btoa(`${relay.lrs.user}:${relay.lrs.password}`)}`)
  const any = /Basic [A-Za-z0-9+/]{8,}|:\/\/[^\s/"'<>@]+:[^\s/"'<>@]+@|"password"\s*:/
  let zips = 0
  for (const place of [dist, folder])
    for (const name of readdirSync(place).filter((file) => file.endsWith('.zip'))) {
      zips += 1
      for (const [file, bytes] of Object.entries(unzipSync(readFileSync(join(place, name))))) {
        if (/\.(woff2|xsd|dtd)$/.test(file)) continue
        const text = strFromU8(bytes)
        expect({ name, file, found: secret.exec(text)?.[0] ?? any.exec(text)?.[0] }).toEqual({ name, file, found: undefined })
      }
    }
  expect(zips).toBeGreaterThan(20)
  expect(served.size).toBe(packages.length)
  const pages = ['/', ...served, ...packages.flatMap((id) => [`/launch/${id}?learner=ada`, `/api/attempts/ada/${id}`])]
  for (const path of pages) {
    const answer = await fetch(new URL(path, preview.url))
    expect({ path, status: answer.status }).toEqual({ path, status: 200 })
    expect(await answer.text()).not.toMatch(secret)
  }
  expect(relay.log.join('')).not.toMatch(secret)
})
