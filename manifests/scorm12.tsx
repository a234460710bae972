/** @jsxImportSource xastscript */
/**
 * imsmanifest.xml for SCORM 1.2 (CAM 1.2 §2.3, IMS CP 1.1.2).
 *
 * No `adlcp:masteryscore`: it lets the LMS overwrite the status the course reported, even "incomplete" (Moodle's "mastery score
 * overrides status"), and a learner who left half-way would be failed.
 */
import type { Element } from 'xast'
import { identifiers, type ManifestContent } from './content'
import { editions, schemaLocation } from './edition'

export function scorm12(content: ManifestContent): Element {
  const id = identifiers(content.id)
  return (
    <manifest
      identifier={id.manifest}
      version={content.version}
      xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation={schemaLocation(editions.scorm12.namespaces)}
    >
      <metadata>
        <schema>ADL SCORM</schema>
        <schemaversion>{editions.scorm12.schemaversion}</schemaversion>
      </metadata>
      <organizations default={id.organization}>
        <organization identifier={id.organization}>
          <title>{content.title}</title>
          <item identifier={id.item} identifierref={id.resource} isvisible="true">
            <title>{content.title}</title>
          </item>
        </organization>
      </organizations>
      <resources>
        {/* The first resource is the launch file: Open edX starts there and reads no organisation. */}
        <resource identifier={id.resource} type="webcontent" adlcp:scormtype="sco" href={content.launch}>
          {content.files.map((file) => (
            <file href={file} />
          ))}
        </resource>
      </resources>
    </manifest>
  ) as Element
}
