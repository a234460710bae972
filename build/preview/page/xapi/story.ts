/** The statements of the attempt as a story: a sentence each, the statement itself behind it. Lines are added, never drawn again. */
import type { XapiLaunching } from '../../xapi/api'
import type { Line } from '../../xapi/report'
import { clockTime, h } from '../dom'
import type { Look } from '../inspector/tabs'
import type { Heard } from './inspector'

export interface StoryLook extends Look {
  onlyBroken(): void
}

export const isBroken = ({ broken }: Line): boolean => (broken?.length ?? 0) > 0

export function createStory(launching: XapiLaunching, { lines }: Heard): StoryLook {
  const verb = h('select', { 'aria-label': 'Verb' }, h('option', { value: '' }, 'every verb'))
  const broken = h('input', { type: 'checkbox' })
  const save = h('button', { type: 'button', class: 'button' }, 'Export')
  const list = h('ol', { class: 'story', 'aria-label': 'Statements' })
  const none = h('p', { class: 'none' })
  const filter = h('div', { class: 'filter' }, verb, h('label', {}, broken, 'breaks a rule'), save)
  const element = h('div', {}, filter, list, none)
  const verbs = new Set<string>()
  let drawn = 0

  const wanted = (line: Line): boolean => (verb.value === '' || line.verb === verb.value) && (!broken.checked || isBroken(line))
  const draw = (): void => {
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 60
    for (const line of lines.slice(drawn)) {
      if (!verbs.has(line.verb)) verb.append(h('option', { value: line.verb }, line.verb))
      verbs.add(line.verb)
      if (wanted(line)) list.append(item(line))
    }
    const more = lines.length > drawn
    drawn = lines.length
    none.hidden = list.childElementCount > 0
    none.textContent = lines.length === 0 ? 'The LRS has heard nothing yet.' : 'No statement passes the filter.'
    if (atEnd && more) element.scrollTop = element.scrollHeight
  }
  const again = (): void => {
    list.replaceChildren()
    drawn = 0
    draw()
  }
  for (const input of [verb, broken]) input.addEventListener('input', again)
  save.addEventListener('click', () => download(launching, lines))
  const onlyBroken = (): void => {
    broken.checked = true
    again()
  }
  return { id: 'story', name: 'Story', element, draw, onlyBroken }
}

function item(line: Line): HTMLElement {
  const { statement, words, more, broken, session, voided } = line
  const at = new Date(statement.timestamp)
  const bad = isBroken(line)
  return h(
    'li',
    { class: [session === null ? 'lms' : '', bad ? 'bad' : '', voided ? 'voided' : ''].join(' ').trim() || null },
    h('time', { class: 'code', datetime: statement.timestamp, title: at.toLocaleString('en-GB') }, clockTime(at)),
    h(
      'div',
      {},
      h('p', {}, words),
      more === '' ? null : h('p', { class: 'soft' }, more),
      bad ? h('p', { class: 'why' }, `Breaks ${broken?.join(', ') ?? ''} (docs/conformance.md).`) : null,
      json(line),
    ),
  )
}

/** Written out when it is opened: most never are. */
function json({ statement, broken, verb }: Line): HTMLElement {
  const summary = h(
    'summary',
    {},
    verb,
    h('span', { class: 'soft' }, broken === null ? '' : broken.length === 0 ? ' keeps the profile' : ''),
  )
  const details = h('details', {}, summary)
  details.addEventListener(
    'toggle',
    () =>
      details.append(
        h('pre', { class: 'json code', tabindex: '0', 'aria-label': `The statement "${verb}"` }, JSON.stringify(statement, null, 2)),
      ),
    { once: true },
  )
  return details
}

function download({ package: name, learner, attempt }: XapiLaunching, lines: readonly Line[]): void {
  const text = JSON.stringify(
    lines.map(({ statement }) => statement),
    null,
    1,
  )
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  h('a', { href: address, download: `${name}-${learner}-${attempt}.statements.json` }).click()
  URL.revokeObjectURL(address)
}
