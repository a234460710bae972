/** From figures and the course to the page. */
import type { Course } from '../../src/model/course'
import type { Figures } from '../../src/report/figures'
import { buildFonts } from '../fonts/fonts'
import { reportPage } from './page'
import { reportScript } from './script'
import { reportCss } from './style'
import { thumbnails } from './thumbnails'

export async function buildReport(root: string, course: Course, figures: Figures): Promise<string> {
  const [css, script] = await Promise.all([
    buildFonts(root, JSON.stringify(figures)).then((fonts) => reportCss(root, fonts)),
    reportScript(root),
  ])
  return reportPage({ figures, pictures: thumbnails(course) }, { css, script })
}
