/** @jsxImportSource xastscript */
/**
 * imsmanifest.xml for SCORM 2004, 3rd and 4th edition (CAM 3rd/4th §3.4, SN §3). They differ in the schemaversion alone, because nothing
 * here is worth what only one of them has:
 *
 * - No `completionThreshold`. With it an LMS derives completion from `progress_measure` (RTE 4th §4.2.4.1; Moodle does so at Terminate), so all
 *   screens seen would complete a module whose quiz was never passed. The course knows when it is complete and says so.
 * - No primary objective with `minNormalizedMeasure`: the LMS would then decide `success_status` by the last score, not the best.
 */
import type { Element } from 'xast'
import { identifiers, type ManifestContent } from './content'
import { type Edition, schemaLocation } from './edition'

/** All of the LMS's own buttons: there is one SCO, so they lead nowhere, and some of them abandon the attempt (SN 4th §5.6.1). */
const buttons = ['previous', 'continue', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'] as const

export function scorm2004(content: ManifestContent, edition: Edition): Element {
  const id = identifiers(content.id)
  return (
    <manifest
      identifier={id.manifest}
      version={content.version}
      xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
      xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
      xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
      xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation={schemaLocation(edition.namespaces)}
    >
      <metadata>
        <schema>ADL SCORM</schema>
        <schemaversion>{edition.schemaversion}</schemaversion>
      </metadata>
      <organizations default={id.organization}>
        <organization identifier={id.organization} adlseq:objectivesGlobalToSystem="false">
          <title>{content.title}</title>
          <item identifier={id.item} identifierref={id.resource} isvisible="true">
            <title>{content.title}</title>
            <adlnav:presentation>
              <adlnav:navigationInterface>
                {buttons.map((button) => (
                  <adlnav:hideLMSUI>{button}</adlnav:hideLMSUI>
                ))}
              </adlnav:navigationInterface>
            </adlnav:presentation>
            <imsss:sequencing>
              {/* Without both, SAP SuccessFactors completes and passes the SCO by itself on exit. */}
              <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true" />
            </imsss:sequencing>
          </item>
          <imsss:sequencing>
            <imsss:controlMode choice="true" flow="true" />
          </imsss:sequencing>
        </organization>
      </organizations>
      <resources>
        {/* The first resource is the launch file: Open edX starts there and reads no organisation. */}
        <resource identifier={id.resource} type="webcontent" adlcp:scormType="sco" href={content.launch}>
          {content.files.map((file) => (
            <file href={file} />
          ))}
        </resource>
      </resources>
    </manifest>
  ) as Element
}
