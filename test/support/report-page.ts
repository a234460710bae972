/** Writes the report of a small course, in a process of its own: `report-page.ts <root> <file>`. */
import { writeFileSync } from 'node:fs'
import { buildReport } from '../../build/report/build-report'
import { smallCourse, smallFigures } from './small-report'

const [root = '', file = ''] = process.argv.slice(2)
void buildReport(root, smallCourse, smallFigures()).then((html) => writeFileSync(file, html))
