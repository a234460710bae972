/** Every rule of the zip lint, broken once. The zips are made with fflate, which packs whatever it is told. */
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { lintZip } from '../../build/pack/lint'
import { findingText } from '../../build/pack/lint/finding'
import { pack } from '../../build/pack/pack'
import { scormTargets as targets } from '../../build/pack/targets'
import { courseOf, moduleOf, screenOf, shellOf } from './fixture'

let good: Record<string, Uint8Array>
beforeAll(async () => {
  good = unzipSync(await pack(courseOf(), [moduleOf()], await shellOf(targets.scorm12), targets.scorm12))
})

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const rules = (bytes: Uint8Array) => [...new Set(lintZip(bytes).map((finding) => finding.rule))]

/** The good package with other files on top, listed in the manifest unless told otherwise. */
function withFiles(extra: Zippable, list = true): Uint8Array {
  const hrefs = Object.keys(extra).map((name) => `<file href="${name.replace('&', '&amp;')}" />`)
  const manifest = decode(good['imsmanifest.xml']).replace('</resource>', `${list ? hrefs.join('') : ''}</resource>`)
  return zipSync({ ...good, 'imsmanifest.xml': encode(manifest), ...extra })
}

function withManifest(change: (xml: string) => string): Uint8Array {
  const before = decode(good['imsmanifest.xml'])
  const after = change(before)
  expect(after).not.toBe(before)
  return zipSync({ ...good, 'imsmanifest.xml': encode(after) })
}

function withText(name: string, change: (text: string) => string): Uint8Array {
  return zipSync({ ...good, [name]: encode(change(decode(good[name]))) })
}

/** Writes 16 or 32 bits at an offset from the first central directory entry of `name`. */
function patched(name: string, offset: number, value: number, size: 16 | 32 = 16): Uint8Array {
  const bytes = zipSync(good)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    if (decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))) !== name) continue
    if (size === 16) view.setUint16(at + offset, value, true)
    else view.setUint32(at + offset, value, true)
    return bytes
  }
  throw new Error(`no ${name} in the zip`)
}

test('the good package has no finding, packed by another tool too', () => {
  expect(lintZip(zipSync(good)).map(findingText)).toEqual([])
})

describe('the archive', () => {
  test.each([
    ['zip-first', () => zipSync({ 'index.html': good['index.html'] ?? encode(''), ...good })],
    ['zip-first', () => zipSync(Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'imsmanifest.xml')))],
    ['zip-slash', () => withFiles({ 'a\\b.js': encode('1') })],
    ['zip-path', () => withFiles({ '../up.js': encode('1') })],
    ['zip-path', () => withFiles({ '/root.js': encode('1') })],
    ['zip-path', () => withFiles({ 'c:/drive.js': encode('1') })],
    ['zip-name', () => withFiles({ 'Upper.js': encode('1') })],
    ['zip-name', () => withFiles({ 'a b.js': encode('1') })],
    ['zip-name', () => withFiles({ 'ümlaut.js': encode('1') })],
    ['zip-hidden', () => withFiles({ '.ds_store': encode('1') })],
    ['zip-hidden', () => withFiles({ '__macosx/x.js': encode('1') })],
    ['zip-basename', () => withFiles({ 'one/same.js': encode('1'), 'two/same.js': encode('2') })],
    ['zip-path-length', () => withFiles({ [`${'a'.repeat(117)}.js`]: encode('1') })],
    ['zip-directory', () => zipSync({ ...good, 'folder/': encode('') })],
    ['zip-symlink', () => withFiles({ 'link.js': [encode('player.js'), { os: 3, attrs: 0o120777 << 16 }] })],
    ['zip-method', () => patched('player.js', 10, 12)],
    ['zip-method', () => patched('player.js', 8, 1)],
    ['zip-zip64', () => patched('inter.woff2', 24, 0xffffffff, 32)],
    ['zip-size', () => withFiles({ 'noise.bin': noise(420_000) })],
    ['zip-readable', () => zipSync(good).subarray(0, 5000)],
    ['zip-readable', () => encode('not a zip')],
    ['zip-readable', () => withFiles({ 'latin1.js': new Uint8Array([0xe9, 0xe8]) })],
  ] as const)('%s (%#)', (rule, make) => {
    expect(rules(make())).toContain(rule)
  })

  test.each('php php5 pl py rb sh cgi asp aspx jsp shtml exe mjs ts'.split(' '))('zip-extension: .%s', (extension) => {
    expect(rules(withFiles({ [`file.${extension}`]: encode('1') }))).toContain('zip-extension')
  })

  test('narration comes on top of the size limit', () => {
    expect(rules(withFiles({ 'beat.mp3': noise(600_000) }))).toEqual([])
  })
})

describe('the manifest', () => {
  test.each([
    ['manifest-xml', (xml: string) => xml.replace('</title>', '')],
    ['manifest-reference', (xml: string) => xml.replace('Media', 'Tea &#x26; Media')],
    ['manifest-files', (xml: string) => xml.replace('<file href="player.js" />', '')],
    ['manifest-files', (xml: string) => xml.replace('</resource>', '<file href="absent.js" /></resource>')],
    ['manifest-href', (xml: string) => xml.replace('href="index.html">', 'href="start.html">')],
    ['manifest-href', (xml: string) => xml.replace('identifierref="wsqd', 'identifierref="other')],
    ['manifest-href', (xml: string) => xml.replace('default="', 'default="x')],
    ['manifest-id', (xml: string) => xml.replace('identifier="wsqd-04-media-flows"', 'identifier="4 flows"')],
    ['manifest-id', (xml: string) => xml.replace('identifier="wsqd-04-media-flows"', 'identifier="wsqd-04-media-flows-res"')],
    ['manifest-title', (xml: string) => xml.replace('Media Flows in WebRTC', 'x'.repeat(201))],
    ['manifest-title', (xml: string) => xml.replace('Media Flows in WebRTC', '')],
    ['manifest-title', (xml: string) => xml.replace('Media Flows', '&lt;b>Media&lt;/b>')],
    ['manifest-version', (xml: string) => xml.replace('<schemaversion>1.2', '<schemaversion>2004 2nd Edition')],
    ['manifest-schema', (xml: string) => xml.replace('adlcp_rootv1p2 adlcp_rootv1p2.xsd', 'adlcp_rootv1p2 adlcp.xsd')],
    ['manifest-one-sco', (xml: string) => xml.replace(/<item [^]*<\/item>/, (item) => item + item.replace('-item"', '-item2"'))],
    ['manifest-launch', (xml: string) => xml.replace('scormtype="sco"', 'scormtype="asset"')],
    [
      'manifest-launch',
      (xml: string) => xml.replace('<resource ', '<resource identifier="a" type="webcontent" adlcp:scormtype="asset" /><resource '),
    ],
  ] as const)('%s (%#)', (rule, change) => {
    expect(rules(withManifest(change))).toContain(rule)
  })
})

describe('the content', () => {
  const head = (html: string) => (page: string) => page.replace('</head>', `${html}</head>`)
  test.each([
    ['content-remote', 'index.html', head('<script src="https://cdn.example/x.js"></script>')],
    ['content-remote', 'index.html', head('<link rel="stylesheet" href="//cdn.example/x.css">')],
    ['content-reference', 'index.html', head('<script src="absent.js"></script>')],
    ['content-inline', 'index.html', head('<script>alert(1)</script>')],
    ['content-inline', 'index.html', head('<style>p{}</style>')],
    ['content-inline', 'index.html', (page: string) => page.replace('<body>', '<body onload="go()">')],
    ['content-inline', 'index.html', (page: string) => page.replace('<body>', '<body style="color:red">')],
    ['content-policy', 'index.html', (page: string) => page.replace('Content-Security-Policy', 'x')],
    ['content-json', 'index.html', (page: string) => page.replace('{"pass"', '{pass')],
    ['content-remote', 'player.css', (css: string) => `${css}p{background:url("https://cdn.example/x.png")}`],
    ['content-remote', 'player.css', (css: string) => `@import "//cdn.example/x.css";${css}`],
    ['content-reference', 'player.css', (css: string) => `${css}p{background:url(absent.png)}`],
    ['content-remote', 'player.js', (js: string) => `${js};fetch("https://cdn.example/x")`],
    ['content-remote', 'player.js', (js: string) => `${js};new WebSocket('wss://cdn.example/x')`],
    ['content-reference', 'player.js', (js: string) => `${js}\n//# sourceMappingURL=player.js.map`],
  ] as const)('%s in %s (%#)', (rule, name, change) => {
    expect(rules(withText(name, change))).toContain(rule)
  })

  test.each([
    '<img src="https://cdn.example/x.png">',
    '<iframe src="x"></iframe>',
    '<script src="x"></script>',
    '<video poster="//x.example/p.jpg"></video>',
  ])('content-remote in the course: %s', async (more) => {
    const course = courseOf(moduleOf({ screens: [{ ...screenOf('Hello.'), more }] }))
    const zip = await pack(course, course.modules, await shellOf(targets.scorm12), targets.scorm12)
    expect(rules(zip)).toEqual(['content-remote'])
  })

  test('what is said may look like markup: it is text', async () => {
    const course = courseOf(moduleOf({ screens: [{ ...screenOf('x'), title: '<script src="https://cdn.example/x.js">' }] }))
    const zip = await pack(course, course.modules, await shellOf(targets.scorm12), targets.scorm12)
    expect(rules(zip)).toEqual([])
  })
})

test('a finding says what was found, what was expected and the cure', () => {
  const [finding] = lintZip(withFiles({ 'worker.mjs': encode('1') }))
  expect(finding && findingText(finding)).toBe(
    'zip-extension: worker.mjs: found the extension of worker.mjs; expected none that servers run or refuse. Rename it (.mjs to .js), or leave it out.',
  )
})

/** Bytes that do not compress, the same every time. */
function noise(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 255)
}
