/** Prints the SHA-256 of the fixture's package: started by a test under other time zones. */
import { createHash } from 'node:crypto'
import { pack } from '../../build/pack/pack'
import { targets } from '../../build/pack/targets'
import { courseOf, moduleOf, shellOf } from './fixture'

async function main() {
  const zip = await pack(courseOf(), [moduleOf()], await shellOf(targets.scorm12), targets.scorm12)
  process.stdout.write(createHash('sha256').update(zip).digest('hex') + '\n')
}
void main()
