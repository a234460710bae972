/** What can be packed: one row per file that `wsqd build` writes for a module. */
import type { ManifestContent } from '../../manifests/content'
import { type Edition, type EditionName, editions } from '../../manifests/edition'
import { manifestText } from '../../manifests/manifest'
import { withMastery } from '../../manifests/mastery'
import { scorm12 } from '../../manifests/scorm12'
import { scorm2004 } from '../../manifests/scorm2004'

/** The bundles of the player, one per standard: src/start/<name>.ts. Both 2004 editions speak the same API. */
export type PlayerName = 'scorm12' | 'scorm2004' | 'cmi5' | 'tincan'

export type TargetName = EditionName | 'cmi5' | 'tincan'

export interface Target {
  /** In file names and after `--target`. */
  readonly name: TargetName
  readonly label: string
  readonly player: PlayerName
  /** Of SCORM; null for what speaks to an LRS (pack-xapi.ts). */
  readonly edition: Edition | null
  manifest(content: ManifestContent): { readonly path: string; readonly xml: string }
}

/** SCORM CAM: the manifest has this name and lies at the root; Moodle refuses any other case or place. */
const path = 'imsmanifest.xml'

/** Their manifests are written by pack-xapi.ts, which knows more than one page of them. */
const noManifest = (): never => {
  throw new Error('Only a SCORM package has this manifest. Pack it with packXapi.')
}

export const scormTargets: Readonly<Record<EditionName, Target & { readonly edition: Edition }>> = {
  scorm12: {
    name: 'scorm12',
    label: 'SCORM 1.2',
    player: 'scorm12',
    edition: editions.scorm12,
    manifest: (content) => ({ path, xml: manifestText(withMastery(scorm12(content), content.mastery)) }),
  },
  'scorm2004-3': {
    name: 'scorm2004-3',
    label: 'SCORM 2004 3rd Edition',
    player: 'scorm2004',
    edition: editions['scorm2004-3'],
    manifest: (content) => ({ path, xml: manifestText(withMastery(scorm2004(content, editions['scorm2004-3']), content.mastery)) }),
  },
  'scorm2004-4': {
    name: 'scorm2004-4',
    label: 'SCORM 2004 4th Edition',
    player: 'scorm2004',
    edition: editions['scorm2004-4'],
    manifest: (content) => ({ path, xml: manifestText(withMastery(scorm2004(content, editions['scorm2004-4']), content.mastery)) }),
  },
}

export const targets: Readonly<Record<EditionName, Target & { readonly edition: Edition }>> & Readonly<Record<TargetName, Target>> = {
  ...scormTargets,
  cmi5: { name: 'cmi5', label: 'cmi5', player: 'cmi5', edition: null, manifest: noManifest },
  tincan: { name: 'tincan', label: 'xAPI (Tin Can)', player: 'tincan', edition: null, manifest: noManifest },
}
