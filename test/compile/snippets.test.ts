/** Code on screen is code that a browser of today has: every snippet is type-checked against the DOM library. */
import { theSnippets, type Snippet } from '../support/snippets'
import { typeCheck } from '../support/type-check'

// TypeScript reads the whole DOM library once.
jest.setTimeout(120_000)

/** Code of today that is wrong on purpose, and why. */
const onPurpose = new Map([
  ['01-introduction-to-the-course/chameleon/page.bare', 'A page of 2013 without its prefixes: the screen asks why it still fails.'],
])

let snippets: readonly Snippet[] = []
let said: ReadonlyMap<string, readonly string[]> = new Map()
const bad = new Map([
  ['a method that is not there', 'pc.addTrak(track, stream)'],
  ['an event that is not there', "pc.addEventListener('track', ({ stream }) => {\n  video.srcObject = stream\n})"],
  ['a key of 2013', "new RTCPeerConnection({ iceServers: [{ url: 'stun:stun.call.example' }] })"],
  ['a state that is not there', "if (pc.connectionState === 'complete') pc.close()"],
  ['a constructor with a prefix', 'const pc = new webkitRTCPeerConnection(config)'],
  ['a promise nobody waits for', 'const pc = new RTCPeerConnection()\nconsole.log(pc.createOffer().sdp)'],
  ['what is no JavaScript', 'const pc = new RTCPeerConnection('],
])
const good = 'const pc = new RTCPeerConnection(config)\nawait pc.setLocalDescription()\nsignal.send({ description: pc.localDescription })'

beforeAll(async () => {
  snippets = await theSnippets()
  const today = snippets.filter(({ dated }) => dated === null).map(({ name, text }) => [name, text] as const)
  said = typeCheck(new Map([...today, ...bad, ['good', good]]))
})

test('the course has code, each piece with a name of its own', () => {
  expect(snippets.length).toBeGreaterThan(20)
  expect(new Set(snippets.map(({ name }) => name)).size).toBe(snippets.length)
})

test('every snippet of today is the API of today', () => {
  const owed = snippets.filter(({ name }) => !onPurpose.has(name))
  expect(owed.flatMap(({ name }) => (said.get(name) ?? []).map((fault) => `${name}, ${fault}`))).toEqual([])
})

test.each([...onPurpose.keys()])('%s is wrong, as its screen says', (name) => {
  expect(said.get(name)).toEqual([expect.any(String)])
})

test('a snippet is history only where the screen shows its year, and is of its time', () => {
  const dated = snippets.filter(({ dated }) => dated !== null)
  expect(dated.map(({ dated }) => dated)).toEqual(dated.map(() => expect.stringMatching(/^20(0\d|1\d|2[0-5])$/)))
  const texts = new Map(dated.map(({ name, text }) => [name, text]))
  const faults = typeCheck(texts)
  // What type-checks today has no need of a year: it would hide from the test above.
  expect([...faults].filter(([, found]) => found.length === 0).map(([name]) => name)).toEqual([])
})

test.each([...bad.keys()])('%s is found', (name) => {
  expect(said.get(name)).not.toEqual([])
})

test('a misspelt name is told with its line', () => {
  expect(said.get('a method that is not there')?.[0]).toMatch(/^line 1: Property 'addTrak' does not exist on type 'RTCPeerConnection'/)
  expect(said.get('good')).toEqual([])
})
