/** @jsxImportSource xastscript */
/**
 * The pass mark in a manifest, only where an admin asks for it: from then on the LMS judges by it, and may overwrite even "incomplete"
 * (docs/decisions/0006). One way for a manifest that is being built and for one that is read back.
 */
import type { Element, ElementContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { manifestText } from './manifest'

/** A share of one, as settings have it; null takes the mark out. Both editions of 2004 write it alike. */
export function withMastery(tree: Element, mastery: number | null): Element {
  const is12 = tree.attributes['xmlns'] === 'http://www.imsproject.org/xsd/imscp_rootv1p1p2'
  return inItem(tree, (item) => {
    const bare = without(item, ['adlcp:masteryscore', 'imsss:objectives'])
    if (mastery === null) return bare
    return is12
      ? { ...bare, children: [...bare.children, (<adlcp:masteryscore>{percent(mastery)}</adlcp:masteryscore>) as Element] }
      : inSequencing(bare, mastery)
  })
}

/** The same for a manifest's text. Throws where it is no XML. */
export function rewriteMastery(xml: string, mastery: number | null): string {
  return manifestText(withMastery(manifestTree(xml), mastery))
}

/** Null where the manifest leaves the judgement to the course. */
export function masteryOf(xml: string): number | null {
  let found: number | null = null
  inItem(manifestTree(xml), (item) => {
    const text = (name: string): string | undefined =>
      deep(item)
        .find((element) => element.name === name)
        ?.children.map(valueOf)
        .join('')
    const [score, measure] = [text('adlcp:masteryscore'), text('imsss:minNormalizedMeasure')]
    found = score !== undefined ? Number(score) / 100 : measure !== undefined ? Number(measure) : null
    return item
  })
  return found
}

/** White space between elements is left out: `manifestText` puts back its own. */
export function manifestTree(xml: string): Element {
  const root = fromXml(xml).children.find((node) => node.type === 'element')
  if (root === undefined) throw new Error('The manifest has no root element.')
  return tight(root)
}

/** SCORM 1.2 adlcp_rootv1p2: 0 to 100. */
const percent = (mastery: number): string => String(Math.round(mastery * 100))

/**
 * imsss_v1p0: objectives stand before the delivery controls. No objectiveID: with one, LMSs make a `cmi.objectives.0` of it.
 * `satisfiedByMeasure` is what makes it count (SN 4th §3.10).
 */
function inSequencing(item: Element, mastery: number): Element {
  const objectives = (
    <imsss:objectives>
      <imsss:primaryObjective satisfiedByMeasure="true">
        <imsss:minNormalizedMeasure>{String(Number(mastery.toFixed(4)))}</imsss:minNormalizedMeasure>
      </imsss:primaryObjective>
    </imsss:objectives>
  ) as Element
  const children = item.children.map((child) =>
    child.type === 'element' && child.name === 'imsss:sequencing' ? { ...child, children: [objectives, ...child.children] } : child,
  )
  return { ...item, children }
}

/** Changes the one item. */
function inItem(element: Element, change: (item: Element) => Element): Element {
  if (element.name === 'item') return change(element)
  return { ...element, children: element.children.map((child) => (child.type === 'element' ? inItem(child, change) : child)) }
}

function without(element: Element, names: readonly string[]): Element {
  const kept = element.children.filter((child) => child.type !== 'element' || !names.includes(child.name))
  return { ...element, children: kept.map((child) => (child.type === 'element' ? without(child, names) : child)) }
}

function tight(element: Element): Element {
  const hasElements = element.children.some((child) => child.type === 'element')
  const kept = hasElements ? element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '') : element.children
  return { ...element, children: kept.map((child) => (child.type === 'element' ? tight(child) : child)) }
}

const deep = (element: Element): readonly Element[] =>
  element.children.flatMap((child) => (child.type === 'element' ? [child, ...deep(child)] : []))

const valueOf = (node: ElementContent): string => (node.type === 'text' ? node.value : '')
