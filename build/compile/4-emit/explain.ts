/** Marks the first use of every term in the build's own markup: a button that opens its meaning, which lies right behind it. */
import type { Term } from '../../../src/model/course'
import type { Html } from '../../../src/model/units'
import { findTerms } from './find-terms'

/** Where a button may not stand, or where every word is somebody else's. */
const NOT_IN = /^<(\/?)(a|pre|h\d|th)\b/

/** One for a screen: what it has explained once it leaves alone. `id` begins the ids of the meanings. */
export function explainer(terms: readonly Term[], id: string): (html: Html) => Html {
  const open = new Set(terms)
  return (html) => {
    let shut = 0
    return html
      .split(/(<[^>]+>)/)
      .map((part) => {
        const tag = NOT_IN.exec(part)
        if (tag) shut += tag[1] ? -1 : 1
        return shut || part.startsWith('<') ? part : marked(part)
      })
      .join('')
  }
  function marked(text: string): string {
    let done = 0
    let out = ''
    for (const { term, from, to } of findTerms(text, terms)) {
      if (!open.delete(term)) continue
      const mine = `${id}-${terms.indexOf(term)}`
      out += `${text.slice(done, from)}<button type="button" class="term" popovertarget="${mine}">${text.slice(from, to)}</button>`
      out += `<span popover class="meaning" id="${mine}"><b>${term.term}</b> ${term.html}</span>`
      done = to
    }
    return out + text.slice(done)
  }
}
