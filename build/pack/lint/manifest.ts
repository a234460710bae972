/** Rules about imsmanifest.xml that a schema cannot hold: what it says against what the zip has (lms-hosts.md §0 rules 15, 16, 19, §6.2). */
import type { Element } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { visit } from 'unist-util-visit'
import type { Finding } from './finding'

const MANIFEST = 'imsmanifest.xml'
const VERSIONS = ['1.2', 'CAM 1.3', '2004 3rd Edition', '2004 4th Edition']
/** IMS CP 1.1.2 titleType; the 2004 schemas set no limit and Moodle's column holds 255. */
const TITLE_LIMIT = 200

/** `names` are all entries of the zip. */
export function lintManifest(xml: string, names: readonly string[]): readonly Finding[] {
  const say = (rule: string, found: string, expected: string, cure: string): Finding => ({ rule, file: MANIFEST, found, expected, cure })
  const findings: Finding[] = []
  const stray = /&(?!\w{2,6};)[^;\s]{0,8};?/.exec(xml)
  if (stray)
    findings.push(say('manifest-reference', stray[0], 'named references such as &amp;', 'Moodle would escape this ampersand once more.'))

  let all: readonly Element[]
  try {
    all = elements(xml)
  } catch (error) {
    return [
      ...findings,
      say('manifest-xml', `"${error instanceof Error ? error.message : error}"`, 'well-formed XML', 'Write it with manifests/.'),
    ]
  }
  const named = (name: string) => all.filter((element) => element.name === name)

  findings.push(...ids(all, say), ...structure(named, say), ...files(named, names, say))
  for (const title of named('title').map(text)) {
    if (title.length === 0 || title.length > TITLE_LIMIT || title.includes('<')) {
      const found = title.includes('<') ? `markup in "${title.slice(0, 40)}"` : `a title of ${title.length} characters`
      findings.push(
        say(
          'manifest-title',
          found,
          `plain text of 1 to ${TITLE_LIMIT} characters`,
          'Change the title in the front matter of the screenplay.',
        ),
      )
    }
  }
  const version = named('schemaversion').map(text)[0] ?? ''
  if (!VERSIONS.includes(version)) {
    findings.push(say('manifest-version', `schemaversion "${version}"`, VERSIONS.join(', '), 'Anything else is taken for SCORM 1.2.'))
  }
  return findings
}

type Say = (rule: string, found: string, expected: string, cure: string) => Finding
type Named = (name: string) => readonly Element[]

function ids(all: readonly Element[], say: Say): readonly Finding[] {
  const seen = new Set<string>()
  return all.flatMap((element) => {
    const id = element.attributes['identifier']
    if (typeof id !== 'string') return []
    const again = seen.has(id)
    seen.add(id)
    const cure = 'Identifiers come from the module’s id.'
    if (again) return [say('manifest-id', `identifier "${id}" twice`, 'unique identifiers', cure)]
    return /^[A-Za-z_][\w.-]*$/.test(id) ? [] : [say('manifest-id', `identifier "${id}"`, 'an xs:ID in ASCII', cure)]
  })
}

/** One organisation, one SCO, and that SCO is the first resource. */
function structure(named: Named, say: Say): readonly Finding[] {
  const [organizations, items, resources] = [named('organization'), named('item'), named('resource')]
  const findings: Finding[] = []
  const launchable = items.filter((item) => item.attributes['identifierref'] !== undefined)
  if (organizations.length !== 1 || launchable.length !== 1) {
    const found = `${organizations.length} organisations and ${launchable.length} items that launch`
    findings.push(say('manifest-one-sco', found, 'one of each', 'A manifest with several SCOs breaks in Moodle’s 2004 runtime.'))
  }
  const first = resources[0]
  const kind = first?.attributes['adlcp:scormtype'] ?? first?.attributes['adlcp:scormType']
  if (
    kind !== 'sco' ||
    first?.attributes['href'] === undefined ||
    first.attributes['identifier'] !== launchable[0]?.attributes['identifierref']
  ) {
    const cure = 'Open edX launches the first resource, whatever the organisation says.'
    findings.push(say('manifest-launch', `a first resource that is not the launched SCO`, 'the SCO first, with an href', cure))
  }
  const standing = new Set(resources.map((resource) => resource.attributes['identifier']))
  for (const item of launchable) {
    const ref = item.attributes['identifierref']
    if (!standing.has(ref))
      findings.push(say('manifest-href', `identifierref "${ref}"`, 'the identifier of a resource', 'Moodle would open an empty page.'))
  }
  const organization = named('organizations')[0]?.attributes['default']
  if (!organizations.some((one) => one.attributes['identifier'] === organization)) {
    findings.push(
      say('manifest-href', `default organisation "${organization}"`, 'the identifier of an organisation', 'Name the one there is.'),
    )
  }
  return findings
}

/** `<file>` elements are exactly the zip's entries but the manifest, and every href and schema is among them. */
function files(named: Named, names: readonly string[], say: Say): readonly Finding[] {
  const listed = named('file').map((file) => String(file.attributes['href']))
  const zip = new Set(names.filter((name) => name !== MANIFEST && !name.endsWith('/')))
  const findings = listed
    .filter((href) => !zip.has(href))
    .map((href) => say('manifest-files', `<file> "${href}"`, 'a file of the zip', 'Pack it, or do not list it.'))
  for (const name of zip) {
    if (!listed.includes(name))
      findings.push(say('manifest-files', `no <file> for ${name}`, 'every file listed', 'List it, or do not pack it.'))
  }
  for (const href of named('resource').map((resource) => resource.attributes['href'])) {
    if (typeof href === 'string' && !zip.has(href)) {
      findings.push(say('manifest-href', `href "${href}"`, 'a file of the zip', 'The learner would get "not found".'))
    }
  }
  const location = named('manifest')[0]?.attributes['xsi:schemaLocation']
  const schemas = typeof location === 'string' ? location.split(/\s+/).filter((_, index) => index % 2 === 1) : []
  for (const schema of schemas) {
    if (!zip.has(schema)) findings.push(say('manifest-schema', `schema ${schema}`, 'a file of the zip', 'Pack the schemas of the edition.'))
  }
  return findings
}

function elements(xml: string): readonly Element[] {
  const found: Element[] = []
  visit(fromXml(xml), 'element', (element) => {
    found.push(element)
  })
  return found
}

function text(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}
