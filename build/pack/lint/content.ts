/** Rules about what the browser reads: nothing from another host, nothing that the Content-Security-Policy would stop, no dead reference (design §8). */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { Finding } from './finding'

/** Names that look like addresses and are never fetched. Each entry says whose. */
const NAMESPACES: readonly string[] = [
  'http://www.w3.org/', // SVG, XHTML, XLink, MathML
  'http://localhost', // axios, in @xapi/xapi: where a page has no address of its own
  'http://id.tincanapi.com/attachment/', // @xapi/xapi: kinds of attachments
  'http://adlnet.gov/expapi/', // ADL: verbs and types of activities
  'http://activitystrea.ms/schema/', // Activity Streams: a type of activities
  'https://w3id.org/xapi/cmi5/', // cmi5: categories and extensions
  'https://webrtcschool.com/xapi/', // ours: the profile
]
/** Attributes whose address the browser loads by itself; a link (`href` of `a`) waits for a click. */
const LOADING = ['src', 'srcSet', 'poster', 'data', 'background'] as const
const LOADING_TAGS = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'link', 'style', 'base', 'form'])
/** Fields of the course that are Html (src/model): everything else is plain text, and may well show markup. */
const HTML_FIELDS = new Set(['html', 'more', 'prompt', 'question', 'feedback', 'figure', 'objectives'])

/** Every text file of the zip by name; `names` are all entries. */
export function lintContent(files: ReadonlyMap<string, string>, names: readonly string[]): readonly Finding[] {
  return [...files].flatMap(([file, text]) => {
    if (file.endsWith('.html')) return html(file, text, names)
    if (file.endsWith('.css')) return css(file, text, names)
    if (file.endsWith('.js')) return js(file, text)
    return []
  })
}

function html(file: string, text: string, names: readonly string[]): readonly Finding[] {
  const findings: Finding[] = []
  const root = fromHtml(text)
  const policies: unknown[] = []
  visit(root, 'element', (element) => {
    const { tagName, properties } = element
    if (tagName === 'meta' && String(properties['httpEquiv']).toLowerCase() === 'content-security-policy')
      policies.push(properties['content'])
    findings.push(...inline(file, element))
    const address = tagName === 'a' ? undefined : (properties['src'] ?? properties['href'])
    if (typeof address === 'string') findings.push(...reference(file, address, names))
    if (tagName === 'script' && properties['type'] === 'application/json') findings.push(...json(file, element))
  })
  if (policies.length !== 1) {
    const cure = 'Let build/pack/page.ts write it.'
    findings.push({ rule: 'content-policy', file, found: `${policies.length} Content-Security-Policy`, expected: 'one', cure })
  }
  return findings
}

function inline(file: string, element: Element): readonly Finding[] {
  const { tagName, properties } = element
  const say = (found: string): Finding => ({
    rule: 'content-inline',
    file,
    found,
    expected: 'scripts and styles in files of their own',
    cure: 'The policy of the page stops it: move it to player.js or player.css.',
  })
  const data = properties['type'] === 'application/json'
  if (tagName === 'script' && properties['src'] === undefined && !data) return [say('an inline script')]
  if (tagName === 'style') return [say('a style element')]
  const handler = Object.keys(properties).find((name) => name === 'style' || /^on[A-Za-z]/.test(name))
  return handler === undefined ? [] : [say(`the attribute "${handler}" of ${tagName}`)]
}

/** The course as data: markup in it may link to other hosts, and load nothing. */
function json(file: string, script: Element): readonly Finding[] {
  const source = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  const findings: Finding[] = []
  const walk = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      if (HTML_FIELDS.has(field) && value.includes('<')) findings.push(...fragment(file, fromHtml(value, { fragment: true })))
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, field)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) walk(item, name)
    }
  }
  try {
    walk(JSON.parse(source), '')
  } catch (error) {
    const found = `"${error instanceof Error ? error.message : error}" in #${String(script.properties['id'])}`
    findings.push({ rule: 'content-json', file, found, expected: 'JSON', cure: 'Write it with build/pack/inline-json.ts.' })
  }
  return findings
}

function fragment(file: string, root: Root): readonly Finding[] {
  const findings: Finding[] = []
  visit(root, 'element', ({ tagName, properties }) => {
    const loads = LOADING.map((name) => properties[name]).find((value) => value !== undefined && isRemote(String(value)))
    const found = LOADING_TAGS.has(tagName)
      ? `<${tagName}> in the course`
      : loads === undefined
        ? undefined
        : `${String(loads)} in a <${tagName}>`
    if (found === undefined) return
    findings.push({
      rule: 'content-remote',
      file,
      found,
      expected: 'nothing that loads from elsewhere',
      cure: 'Take it out of the screenplay, or link to it.',
    })
  })
  return findings
}

function css(file: string, text: string, names: readonly string[]): readonly Finding[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const addresses = [...plain.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3/g)].map((match) => match[2] ?? match[4] ?? '')
  return addresses.flatMap((address) => reference(file, address, names))
}

function js(file: string, text: string): readonly Finding[] {
  const addresses = [...text.matchAll(/(?:https?|wss?):\/\/[\w.-]+[^\s"'`)<>\\]*/g)].map((match) => match[0])
  const foreign = addresses.filter(
    (address) => !NAMESPACES.some((name) => (name.endsWith('/') ? address.startsWith(name) : address === name)),
  )
  const findings: Finding[] = [...new Set(foreign)].map((found) => ({
    rule: 'content-remote',
    file,
    found,
    expected: 'no other host',
    cure: 'If it is a name that is never fetched, add it to NAMESPACES in build/pack/lint/content.ts and say whose it is.',
  }))
  const map = /^\/\/[#@] sourceMappingURL=(?!data:).*/m.exec(text)
  if (map)
    findings.push({ rule: 'content-reference', file, found: map[0], expected: 'no source map', cure: 'Build the player without one.' })
  return findings
}

/** An address in a page or style sheet: a file of the zip, a fragment, or data. */
function reference(file: string, address: string, names: readonly string[]): readonly Finding[] {
  if (isRemote(address)) {
    const cure = 'Pack the file; a package loads nothing from another host.'
    return [{ rule: 'content-remote', file, found: address, expected: 'a file of the zip', cure }]
  }
  const path = (address.split(/[?#]/)[0] ?? '').replace(/^\.\//, '')
  if (path === '' || address.startsWith('data:') || names.includes(path)) return []
  return [{ rule: 'content-reference', file, found: address, expected: 'a file of the zip', cure: 'Pack it, or correct the name.' }]
}

function isRemote(address: string): boolean {
  return /^\s*(?:(?!data:)[a-z][a-z0-9+.-]*:)?\/\//i.test(address)
}
