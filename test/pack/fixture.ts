/** A course of one small module, and a player that fits in a line: what the packager needs and no more. */
import type { Course, Module, Screen } from '../../src/model/course'
import { readSchemas } from '../../build/pack/schemas'
import type { Target } from '../../build/pack/targets'
import type { Files } from '../../build/files'

/** Jest and npm run in the project's folder. */
export const root = process.cwd()

const scene = { width: 1280, height: 640, length: 1000, nodes: [], tracks: [] }

export function screenOf(say: string): Screen {
  return {
    id: 'hello',
    slot: 0,
    title: 'Hello',
    covers: ['4.1'],
    stage: { wide: scene, tall: scene, cases: [] },
    beats: [{ say, html: say, description: '', start: 0, lead: 0, length: 1000, moves: [], audio: null, ask: null }],
    clock: null,
    more: '<p>Read <a href="https://www.rfc-editor.org/rfc/rfc8825">RFC 8825</a>.</p>',
    lab: null,
  }
}

export function moduleOf(fields: Partial<Module> = {}): Module {
  return {
    id: 'media-flows',
    number: 4,
    title: 'Media Flows in WebRTC',
    minutes: { narration: 9, quiz: 2 },
    glossary: [],
    objectives: ['Know where <em>media</em> goes'],
    screens: [screenOf('Ana calls Ben.')],
    quiz: null,
    slots: { screens: 1, predictions: 0, questions: 0, goals: 0 },
    ...fields,
  }
}

export function courseOf(module: Module = moduleOf(), fields: Partial<Course> = {}): Course {
  return {
    format: 1,
    revision: '0123456789abcdef0123456789abcdef',
    iri: 'https://example.com/course',
    lang: 'en',
    title: 'WebRTC School Qualified Developer',
    modules: [module],
    passing: 0.8,
    ...fields,
  }
}

const text = (value: string) => new TextEncoder().encode(value)
export const player: Files = new Map([
  ['player.js', text('document.createElementNS("http://www.w3.org/2000/svg","svg")')],
  ['player.css', text('@font-face{font-family:Inter;src:url(inter.woff2)} /* https://example.com */')],
  ['inter.woff2', text('wOF2 inter')],
  ['jetbrains-mono.woff2', text('wOF2 mono')],
  [
    'messages-de.json',
    text('{"lang":"de","dir":"ltr","say":{"noScript":"Dieser Kurs braucht JavaScript & <Geduld>.","opening":"Einen Moment & <Geduld> …"}}'),
  ],
  ['relay.js', text('window.relayed=(lms)=>lms')],
  ['messages-en.json', text('{"lang":"en","dir":"ltr","say":{"noScript":"This course needs JavaScript.","opening":"One moment …"}}')],
])

/** The stand-in player and the real schemas. */
export async function shellOf(target: Target): Promise<Files> {
  return new Map([...player, ...(await readSchemas(root, target.edition))])
}
