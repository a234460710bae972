/** The smallest package that does what ours do: initialise, bookmark, answer, commit, leave on pagehide. Both standards, one page. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { startPreview, type Preview } from '../../build/preview/server'

export type Edition = '1.2' | '2004 3rd Edition' | '2004 4th Edition'

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Fixture</title><link rel="stylesheet" href="style/sco.css"></head>
<body><main><h1>Fixture</h1><p id="says">no LMS</p></main><script src="sco.js"></script></body>
</html>`

const script = `
const find = (name) => {
  for (const start of [window.parent, window.opener]) {
    for (let w = start, n = 0; w && n < 8; w = w.parent, n += 1) {
      if (w[name]) return w[name]
      if (w === w.parent) break
    }
  }
  return null
}
const old = find('API'), api = old || find('API_1484_11')
const call = (method, ...args) => {
  const names = { Initialize: 'LMSInitialize', Terminate: 'LMSFinish' }
  return api[old ? names[method] || 'LMS' + method : method](...args)
}
const e = old
  ? { entry: 'cmi.core.entry', exit: 'cmi.core.exit', status: 'cmi.core.lesson_status', place: 'cmi.core.lesson_location', time: 'cmi.core.session_time', second: '0000:00:01.50' }
  : { entry: 'cmi.entry', exit: 'cmi.exit', status: 'cmi.completion_status', place: 'cmi.location', time: 'cmi.session_time', second: 'PT1.5S' }
window.sco = { call, e, get: (name) => call('GetValue', name), set: (name, value) => call('SetValue', name, value) }
sco.began = call('Initialize', '')
sco.mode = sco.get(old ? 'cmi.core.lesson_mode' : 'cmi.mode')
document.getElementById('says').textContent = [sco.began, sco.get(e.entry), sco.get(e.place), sco.get('cmi.suspend_data')].join(' | ')
if (sco.mode === 'normal') {
  if (['not attempted', 'unknown', ''].includes(sco.get(e.status))) sco.set(e.status, 'incomplete')
  sco.set(e.exit, 'suspend')
}
let left = false
window.addEventListener('pagehide', () => {
  if (left) return
  left = true
  if (sco.mode === 'normal') sco.set(e.time, e.second)
  call('Terminate', '')
})
`

function manifest(edition: Edition): string {
  const old = edition === '1.2'
  const namespaces = old
    ? 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
    : 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"'
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="FIXTURE" version="1" ${namespaces}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${edition}</schemaversion></metadata>
  <organizations default="ORG"><organization identifier="ORG"><title>A fixture &amp; its &lt;title&gt;</title>
    <item identifier="ITEM" identifierref="RES"><title>Item</title></item></organization></organizations>
  <resources><resource identifier="RES" type="webcontent" adlcp:${old ? 'scormtype' : 'scormType'}="sco" href="index.html">
    <file href="index.html"/><file href="sco.js"/><file href="style/sco.css"/></resource></resources>
</manifest>`
}

export function fixtureZip(edition: Edition, extra: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({
    'imsmanifest.xml': strToU8(manifest(edition)),
    'index.html': strToU8(page),
    'sco.js': strToU8(script + '/* so long that it is worth compressing */'.repeat(60)),
    'style/sco.css': strToU8('body { font: 18px/1.5 sans-serif; margin: 40px; }'),
    'sound.mp3': new Uint8Array(1000).map((_, index) => index % 251),
    ...extra,
  })
}

export interface World {
  readonly preview: Preview
  readonly dist: string
  readonly attempts: string
  readonly errors: readonly string[]
  /** Fetches below the preview's address. */
  readonly get: (path: string, init?: RequestInit) => Promise<Response>
}

/** A preview on a free port, with the fixture in three editions and one zip that is none. */
export async function startWorld(root: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'wsqd-preview-'))
  const dist = join(folder, 'dist')
  mkdirSync(dist)
  writeFileSync(join(dist, 'fixture.scorm12.zip'), fixtureZip('1.2'))
  writeFileSync(join(dist, 'fixture.scorm2004-3.zip'), fixtureZip('2004 3rd Edition'))
  writeFileSync(join(dist, 'fixture.scorm2004-4.zip'), fixtureZip('2004 4th Edition'))
  writeFileSync(join(dist, 'torn.zip'), fixtureZip('1.2').subarray(0, 400))
  const errors: string[] = []
  const attempts = join(folder, 'attempts')
  const onError = (message: string): void => void errors.push(message)
  const preview = await startPreview({ root, dist, attempts, port: 0, now: () => Date.now(), onError })
  const get = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, preview.url), init)
  return { preview, dist, attempts, errors, get }
}
