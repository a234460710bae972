/** The report as one HTML file that loads nothing: opened from disk, mailed, printed. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Figures } from '../../src/report/figures'
import { glyphs } from '../../src/report/page/glyphs'
import { el, type Child } from '../../src/report/page/node'
import { section } from '../../src/report/page/part'
import { parts } from '../../src/report/page/parts'
import { count, day, number } from '../../src/report/page/say'
import { viewOf } from '../../src/report/page/view'
import { sprite } from '../pack/sprite'

export interface ReportStyle {
  readonly css: string
  readonly script: string
}

export interface ReportContent {
  readonly figures: Figures
  /** Symbols of screens (thumbnails.ts); none where the course is not at hand. */
  readonly pictures: readonly Element[]
}

export function reportPage({ figures, pictures }: ReportContent, { css, script }: ReportStyle): string {
  const known = new Set(pictures.map(({ properties }) => properties['id']))
  const view = viewOf(figures, '', 'all', (module, screen) => known.has(`t-${module}-${screen}`))
  const title = `Trainer’s report · ${figures.course.title}`
  const policy = [
    "default-src 'none'",
    `style-src '${hash(css)}'`,
    `script-src '${hash(script)}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const html = el(
    'html',
    { lang: 'en' },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('meta', { name: 'color-scheme', content: 'light dark' }),
      el('meta', { name: 'referrer', content: 'no-referrer' }),
      el('title', {}, title),
      el('style', {}, css),
    ),
    el(
      'body',
      {},
      el('svg', { class: 'sprite stage-sprite', 'aria-hidden': 'true' }, el('defs', {}, glyphs(), pictures)),
      sprite().children.filter((node) => node.type === 'element'),
      top(figures),
      tools(figures),
      el(
        'main',
        {},
        parts.map((part) => section(part, view)),
      ),
      el(
        'footer',
        {},
        el(
          'p',
          {},
          `Made by “wsqd report” from ${count(figures.source.accepted, 'statement')}. Edition of the course: `,
          el('code', {}, figures.course.revision.slice(0, 12)),
          '.',
        ),
      ),
      el('script', { type: 'text/plain', id: 'figures' }, gzipSync(JSON.stringify(figures), { level: 9 }).toString('base64')),
      el('script', {}, script),
    ),
  )
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html, { type: 'text', value: '\n' }] }
  return toHtml(root)
}

const top = ({ course, source, asOf }: Figures): Child =>
  el(
    'header',
    {},
    el('p', { class: 'kick' }, 'Trainer’s report, ', el('time', { datetime: new Date(asOf).toISOString().slice(0, 10) }, day(asOf))),
    el('h1', {}, course.title),
    source.demo
      ? el(
          'p',
          { class: 'demo' },
          el('strong', {}, 'A demonstration. '),
          `The ${number(source.accepted)} statements come from a seed; nobody here is real.`,
        )
      : null,
    source.roster
      ? null
      : el('p', { class: 'demo' }, el('strong', {}, 'No roster. '), 'Cohorts are first months, and who has not started is not known.'),
  )

/** Hidden until the script can serve them. */
const tools = ({ cohorts, periods, learners }: Figures): Child =>
  el(
    'nav',
    { class: 'tools', 'aria-label': 'What is shown' },
    el(
      'div',
      { class: 'filters' },
      el(
        'label',
        { hidden: true },
        el('span', {}, 'Cohort'),
        el(
          'select',
          { id: 'cohort', autocomplete: 'off' },
          el('option', { value: '' }, 'Everybody'),
          cohorts.map(({ key, label, learners: n }) => el('option', { value: key }, `${label} (${number(n)})`)),
        ),
      ),
      el(
        'label',
        { hidden: true },
        el('span', {}, 'Period'),
        el(
          'select',
          { id: 'period', autocomplete: 'off' },
          periods.map(({ key, label }) => el('option', { value: key }, label)),
        ),
      ),
    ),
    learners.length
      ? el(
          'label',
          { hidden: true },
          el('span', {}, 'Find a learner'),
          el('input', { id: 'find', type: 'search', autocomplete: 'off', spellcheck: 'false' }),
        )
      : null,
    el('button', { id: 'theme', type: 'button', hidden: true, 'aria-pressed': 'false' }, 'Dark'),
    el('p', { id: 'said', class: 'vh', role: 'status' }),
  )

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
