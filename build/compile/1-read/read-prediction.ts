/** `:::predict`: a question and a task list, one box ticked, feedback after ` :: `. */
import type { ListItem, PhrasingContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { badPrediction } from './messages'
import type { Page } from './page'
import { readAttributes } from './read-attributes'
import type { PredictionOptionText, PredictionText } from './screenplay'

const letters = 'abcdefghijklmnopqrstuvwxyz'

export function readPrediction(page: Page, node: ContainerDirective): PredictionText | null {
  const at = page.at(node)
  const fault = (found: string, expected: string, cure: string, where = at): null => {
    page.diagnostics.add(badPrediction(where, found, expected, cure))
    return null
  }
  const { id } = readAttributes(page, node)
  if (typeof id !== 'string' || id === '')
    return fault('a prediction without an id', '`:::predict{#its-id}`', 'name it; progress remembers the name')
  const [question, list, ...rest] = node.children
  if (question?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0)
    return fault(
      'a prediction that holds something else',
      'one paragraph that asks, and one list',
      'put tables and code in the screen’s `:::more`',
    )
  const options: PredictionOptionText[] = []
  for (const [index, item] of list.children.entries()) {
    const option = readOption(item, letters[index] ?? '')
    if (typeof option === 'string')
      return fault(option, '`- [ ] an answer :: why it is wrong or right`', 'write box, answer and feedback', page.at(item))
    options.push(option)
  }
  if (options.length < 2 || options.length > letters.length)
    return fault(`${options.length} options`, 'two or more', 'offer what a learner would really believe')
  const right = options.filter((option) => option.right).length
  if (right !== 1) return fault(`${right} options ticked`, 'exactly one `[x]`', 'tick the one that is right')
  return { kind: 'predict', id, question: question.children, options, at }
}

function readOption(item: ListItem, id: string): PredictionOptionText | string {
  const [paragraph, ...rest] = item.children
  if (typeof item.checked !== 'boolean') return 'an option without a box'
  if (paragraph?.type !== 'paragraph' || rest.length > 0) return 'an option of more than one paragraph'
  const halves = splitAtColons(paragraph.children)
  if (!halves) return 'an option without feedback'
  return { id, right: item.checked, text: halves[0], feedback: halves[1] }
}

/** At the first ` :: ` that stands in plain text. */
function splitAtColons(nodes: readonly PhrasingContent[]): readonly [PhrasingContent[], PhrasingContent[]] | null {
  for (const [index, node] of nodes.entries()) {
    const match = node.type === 'text' ? /(^|\s+)::(\s+|$)/.exec(node.value) : null
    if (node.type !== 'text' || !match) continue
    const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ ...node, value }])
    const before = [...nodes.slice(0, index), ...text(node.value.slice(0, match.index))]
    const after = [...text(node.value.slice(match.index + match[0].length)), ...nodes.slice(index + 1)]
    return before.length > 0 && after.length > 0 ? [before, after] : null
  }
  return null
}
