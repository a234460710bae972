/** The launch page: five requests until the first screen can be used (itself, style, script, two fonts), and nothing inline that runs. */
import type { Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Course } from '../../src/model/course'
import type { CourseMap } from '../../src/model/course-map'
import type { ProgrammePage } from '../../src/model/programme-page'
import type { Settings } from '../../src/model/settings'
import type { Files } from '../files'
import type { Words } from '../../src/model/words'
import { spokenOf, wordsFile } from '../words/words'
import { inlineJson } from './inline-json'
import { beforePlayer } from './inline-words'
import { withRelay } from './relay-page'
import { sprite } from './sprite'
import { versioned } from './versioned'

/**
 * Design §8. `blob:` is for pictures and sound that a lab makes. No inline script or style runs, so
 * neither a learner's name nor anything else from an LMS can become code. JSON in a script element is data: no script-src applies to it.
 */
const policyOf = (connect = ''): string =>
  [
    "default-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${connect && ` ${connect}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

export const contentSecurityPolicy = policyOf()

export interface PageContent {
  /** Holds the modules of this package and no other; of the programme, its map. */
  readonly course: Course | CourseMap
  readonly programme?: ProgrammePage
  readonly settings: Settings
  readonly title: string
  /** Where else the page may send to: an LRS is anywhere, and at least encrypted. */
  readonly connect?: string
}

/** `files` are those the page loads (player.css, player.js, the fonts) and the player's words, `messages-<lang>.json`. */
export function page(content: PageContent, files: Files): string {
  const words = wordsIn(content.settings.lang, files)
  const fonts = [...files.keys()].filter((name) => name.endsWith('.woff2')).sort()
  const head = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOf(content.connect) }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', content.title),
    h('link', { rel: 'stylesheet', href: versioned('player.css', files) }),
    // Without this the fonts are found only after the style sheet has come and the first text is laid out.
    ...fonts.map((href) => h('link', { rel: 'preload', as: 'font', type: 'font/woff2', href, crossOrigin: '' })),
    h('script', { defer: true, src: versioned('player.js', files) }),
  ]
  const body = [
    ...sprite().children.filter((node) => node.type === 'element'),
    h('div', { id: 'app' }, [...beforePlayer(words)]),
    // Settings first: an admin's tool may rewrite them without reading the course.
    h('script', { type: 'application/json', id: 'settings' }, inlineJson(content.settings)),
    h('script', { type: 'application/json', id: 'messages' }, inlineJson(words)),
    h('script', { type: 'application/json', id: 'course' }, inlineJson(content.course)),
    ...(content.programme ? [h('script', { type: 'application/json', id: 'programme' }, inlineJson(content.programme))] : []),
  ]
  const lines = (nodes: readonly RootContent[]) => nodes.flatMap((node) => ['\n', node])
  const html = h('html', { lang: words.lang, dir: words.dir }, [
    '\n',
    h('head', [...lines(head), '\n']),
    '\n',
    h('body', [...lines(body), '\n']),
    '\n',
  ])
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, html, { type: 'text', value: '\n' }] }
  const written = toHtml(root)
  return content.settings.relay ? (withRelay(written, content.settings.relay, files) ?? written) : written
}

/** The language an admin or the build chose; without it there is no page. */
function wordsIn(lang: string, files: Files): Words {
  const bytes = files.get(wordsFile(spokenOf(lang, files)))
  if (bytes === undefined) {
    const have = [...files.keys()].filter((name) => name.startsWith('messages-')).join(', ') || 'none'
    throw new Error(
      `The settings ask for the language "${lang}" and there is no "${wordsFile(lang)}" (there is ${have}). Set "lang" to one of these.`,
    )
  }
  return JSON.parse(new TextDecoder().decode(bytes)) as Words
}
