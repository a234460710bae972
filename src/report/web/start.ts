/** The composition root of the report's page. Without it the page stands as it was built: everybody, all time. */
import { findLearner, openForPaper, openTarget, switchTheme } from './comfort'
import { followChoice } from './page'
import { makeSortable } from './sort'
import { unpack } from './unpack'

const { document } = window
makeSortable(document, document)
switchTheme(window)
openForPaper(window)
openTarget(window)
const find = findLearner(document)
for (const field of document.querySelectorAll<HTMLElement>('.tools > [hidden]')) field.hidden = false

void unpack(window, document.querySelector('#figures')?.textContent ?? '').then((figures) => {
  if (!figures) return
  followChoice(document, figures, find)
  for (const field of document.querySelectorAll<HTMLElement>('.filters [hidden]')) field.hidden = false
  document.documentElement.dataset['ready'] = ''
})
