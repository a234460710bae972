import type { Html } from '../../model/units'
import { usePlayer } from './context'

interface Props {
  readonly html: Html
  readonly as?: 'span' | 'p' | 'div'
  readonly class?: string
  readonly id?: string
}

/** Markup made by our own build, and by nothing else: the only place of the player that puts HTML into the page. */
export function Markup({ html, as = 'span', ...attributes }: Props) {
  const Tag = as as 'span'
  return <Tag {...usePlayer().its} {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
}
