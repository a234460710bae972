/** @jsxImportSource xastscript */
/**
 * Checks a manifest against the official schemas of its edition with libxml2 (xmllint-wasm), reading nothing but the files it is given:
 * the same that travel in the zip.
 */
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { validateXML } from 'xmllint-wasm'
import type { Namespaces } from './edition'

/** Schema files by name, such as `imscp_v1p1.xsd`. */
export type Schemas = ReadonlyMap<string, Uint8Array>

/** What is wrong, one message each with its line; empty when valid. */
export async function validateManifest(xml: string, schemas: Schemas, namespaces: Namespaces): Promise<readonly string[]> {
  const result = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: xml },
    schema: { fileName: 'driver.xsd', contents: toXml(driver(namespaces)) },
    preload: [...schemas].map(([fileName, contents]) => ({ fileName, contents: readable(fileName, contents) })),
  })
  if (result.valid) return []
  return result.errors.map((error) => (error.loc ? `${error.loc.fileName}:${error.loc.lineNumber}: ${error.message}` : error.message))
}

/**
 * A schema that imports all others. `imscp_rootv1p1p2.xsd` (SCORM 1.2) imports no `adlcp`, though it demands that foreign elements be
 * declared: without this every `adlcp:` attribute fails.
 */
function driver(namespaces: Namespaces): Element {
  return (
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      {Object.entries(namespaces).map(([namespace, schemaLocation]) => (
        <xs:import namespace={namespace} schemaLocation={schemaLocation} />
      ))}
    </xs:schema>
  ) as Element
}

/**
 * ADL's `ims_xml.xsd` makes the xml namespace the default one, which libxml2 refuses before it looks at anything else. The declaration is
 * not used in the file; it is left out for the check, while the zip holds the file as ADL published it.
 */
function readable(fileName: string, contents: Uint8Array): string {
  const text = new TextDecoder().decode(contents)
  return fileName === 'ims_xml.xsd' ? text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '') : text
}
