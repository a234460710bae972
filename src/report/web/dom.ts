/** The page's nodes as elements. Text is set as text; nothing is parsed. */
import type { ElementContent } from 'hast'

const SVG = 'http://www.w3.org/2000/svg'

export const toDom = (document: Document, node: ElementContent, inSvg = false): Node => {
  if (node.type !== 'element') return document.createTextNode('value' in node ? node.value : '')
  const svg = inSvg || node.tagName === 'svg'
  const element = svg ? document.createElementNS(SVG, node.tagName) : document.createElement(node.tagName)
  for (const [name, value] of Object.entries(node.properties)) element.setAttribute(name, value === true ? '' : String(value))
  element.append(...node.children.map((child) => toDom(document, child, svg)))
  return element
}
