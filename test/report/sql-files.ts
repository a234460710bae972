import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/packages'

export const files = (name: string): string => readFileSync(join(root, 'src/report/sql', `${name}.sql`), 'utf8')
