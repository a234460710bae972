/** What an importer reads of imsmanifest.xml. As Moodle does, it goes by local names and does not look at namespaces. */
import { PreviewError, type ManifestTerms, type Runtime } from './types'
import { all, attribute, child, find, local, rootOf, text, type Element } from './xml'

export interface Manifest {
  readonly runtime: Runtime
  /** As a person says it: "SCORM 2004 3rd Edition". */
  readonly standard: string
  readonly identifier: string
  readonly title: string
  /** Launch file inside the zip, and the query the item adds to it. */
  readonly href: string
  readonly query: string
  /** How many items launch something. The preview launches the first. */
  readonly scos: number
  readonly terms: ManifestTerms
}

const editions: Readonly<Record<string, readonly [Runtime, string]>> = {
  '1.2': ['scorm12', 'SCORM 1.2'],
  '1.3': ['scorm2004', 'SCORM 2004'],
  'cam 1.3': ['scorm2004', 'SCORM 2004 2nd Edition'],
  '2004 3rd edition': ['scorm2004', 'SCORM 2004 3rd Edition'],
  '2004 4th edition': ['scorm2004', 'SCORM 2004 4th Edition'],
}

export function readManifest(xml: string, where: string): Manifest {
  const fail = (message: string): never => {
    throw new PreviewError(`imsmanifest.xml in ${where}: ${message}`, 422)
  }
  const root = parse(xml, fail)
  const version = text(find(root, 'schemaversion'))
  const edition = editions[version.toLowerCase()]
  if (edition === undefined) {
    const known = '"1.2", "CAM 1.3", "2004 3rd Edition" or "2004 4th Edition"'
    return fail(`schemaversion is "${version}", expected ${known}. Many LMSs would import it as SCORM 1.2. Correct <schemaversion>.`)
  }
  const items = all(root, 'item').filter((item) => attribute(item, 'identifierref') !== '')
  const item = items[0]
  if (item === undefined) return fail('no <item> has an identifierref, so there is nothing to launch. Point an item at a resource.')
  const wanted = attribute(item, 'identifierref')
  const resource = all(root, 'resource').find((one) => attribute(one, 'identifier') === wanted)
  if (resource === undefined) return fail(`the item points at resource "${wanted}", and there is none of that identifier. Add it.`)
  const [path = '', query = ''] = split(attribute(resource, 'base') + attribute(resource, 'href'), '?')
  if (path === '') return fail(`resource "${wanted}" has no href, so there is no file to launch. Give it one.`)
  const organization = find(root, 'organization') ?? item
  const parameters = attribute(item, 'parameters').replace(/^[?&]/, '')
  return {
    runtime: edition[0],
    standard: edition[1],
    identifier: attribute(root, 'identifier'),
    title: text(child(organization, 'title')) || text(child(item, 'title')) || wanted,
    href: path,
    query: [query, parameters].filter((part) => part !== '').join('&'),
    scos: items.length,
    terms: readTerms(item, edition[0]),
  }
}

function readTerms(item: Element, runtime: Runtime): ManifestTerms {
  const threshold = find(item, 'completionthreshold')
  return {
    mastery: runtime === 'scorm12' ? text(find(item, 'masteryscore')) : passingScore(item),
    launchData: text(find(item, 'datafromlms')),
    threshold: threshold === null ? '' : attribute(threshold, 'minprogressmeasure') || text(threshold),
    maxTime: text(find(item, 'maxtimeallowed')),
    timeLimitAction: text(find(item, 'timelimitaction')),
  }
}

/** SCORM 2004 RTE 4.2.20: the primary objective's minimum, when it asks to be satisfied by measure; 1 if it names none. */
function passingScore(item: Element): string {
  const primary = find(item, 'primaryobjective')
  if (primary === null || attribute(primary, 'satisfiedbymeasure') !== 'true') return ''
  return text(find(primary, 'minnormalizedmeasure')) || '1.0'
}

function parse(xml: string, fail: (message: string) => never): Element {
  const root = rootOf(xml)
  if (typeof root === 'string') return fail(`not well-formed XML (${root}). An LMS refuses it. Correct the manifest.`)
  return local(root.name) === 'manifest' ? root : fail('the root is not <manifest>. Expected a SCORM manifest.')
}

function split(value: string, at: string): readonly string[] {
  const index = value.indexOf(at)
  return index < 0 ? [value] : [value.slice(0, index), value.slice(index + 1)]
}
