/**
 * `dist/index.html`: every package, and which one your LMS wants. One file that loads nothing, so that it may be mailed or served from
 * anywhere; the same build gives the same bytes.
 */
import { createHash } from 'node:crypto'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { reported } from '../lms/reported'
import { plainTitle } from '../part'
import { chooser } from './chooser'
import { journey } from './journey'
import { shelf } from './shelf'
import { type CatalogueContent, count, settingWords } from './words'

export interface CatalogueStyle {
  readonly css: string
  readonly script: string
}

export function catalogue(content: CatalogueContent, { css, script }: CatalogueStyle): string {
  const { course } = content
  const title = plainTitle(course.title)
  const policy = [
    "default-src 'none'",
    `style-src '${hash(css)}'`,
    `script-src '${hash(script)}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const html = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', `Packages · ${title}`),
      h('style', css),
    ]),
    h('body', [
      h('header', [h('div', [h('p', { className: 'soft' }, 'Packages for your LMS'), h('h1', title), lead(content)]), journey()]),
      h('main', [chooser(content), shelf(content), about(content)]),
      h('footer', { className: 'soft' }, [
        h('p', ['Edition ', h('code', course.revision.slice(0, 12)), '. The same sources give the same bytes: compare the checksums.']),
        h('p', 'The course is licensed under CC BY 4.0, the player under MIT; licenses.txt in every zip has the rest.'),
      ]),
      h('script', script),
    ]),
  ])
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html, { type: 'text', value: '\n' }] }
  return toHtml(root)
}

function lead({ packages }: CatalogueContent) {
  const modules = new Set(packages.flatMap((one) => one.module ?? [])).size
  return h('p', { className: 'lead' }, [
    `${count(modules, 'module')}, ${count(packages.length, 'zip')}. Find your LMS, take its zip, and upload it as it is: never unpacked, never packed again.`,
  ])
}

function about(content: CatalogueContent) {
  const { settings, mastery } = content
  return h('section', { id: 'about', ariaLabelledBy: 'about-title' }, [
    h('h2', { id: 'about-title' }, 'What they do in your LMS'),
    h('div', { className: 'two' }, [
      h('div', [
        h('h3', 'These packages'),
        h('p', settingWords(settings, mastery)),
        h('p', [
          'Another pass mark, rule or language needs no new build: ',
          h('code', { className: 'command' }, 'wsqd configure some.zip --pass 70'),
        ]),
      ]),
      h('div', [
        h('h3', 'Always'),
        h('ul', { className: 'always' }, [
          h('li', 'No other host is ever asked for anything; no cookies are set.'),
          h('li', 'Nothing is taken back: a status or score once reported never falls.'),
          h('li', 'A newer edition may replace an older one while learners are under way.'),
          h('li', 'The quiz is scored in the browser: fit for learning, not for certifying.'),
        ]),
      ]),
    ]),
    h('table', { className: 'told' }, [
      h('caption', 'What the LMS is told, and when'),
      h(
        'thead',
        h(
          'tr',
          ['when', 'what', 'SCORM 1.2', 'SCORM 2004'].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        reported.map(({ when, what, scorm12, scorm2004 }) =>
          h('tr', [
            h('th', { scope: 'row' }, when),
            h('td', what),
            h('td', { dataName: 'SCORM 1.2' }, h('code', scorm12)),
            h('td', { dataName: 'SCORM 2004' }, h('code', scorm2004)),
          ]),
        ),
      ),
    ]),
  ])
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
