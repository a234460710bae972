/** @jsxImportSource xastscript */
/** cmi5.xml (cmi5 §13): one course, an AU a module. `moveOn` and `masteryScore` are always said: left out, an LMS asks for nothing. */
import type { Element } from 'xast'
import { manifestText } from './manifest'
import { manifestTree } from './mastery'

export interface Cmi5Unit {
  /** The stable IRI: LMSs make their own of it, reports pool by it. */
  readonly iri: string
  readonly lang: string
  readonly title: string
  readonly description: string
  /** The page of this unit in the zip. */
  readonly url: string
  readonly moveOn: 'Completed' | 'CompletedAndPassed'
  /** 0–1, four decimals at most. */
  readonly mastery: number
}

export interface Cmi5Course {
  readonly iri: string
  readonly lang: string
  readonly title: string
  readonly units: readonly Cmi5Unit[]
}

export type Terms = Pick<Cmi5Unit, 'moveOn' | 'mastery'>

/** The pages of a course that is read back, in order, each with its pass mark (null where it names none). Throws where it is no XML. */
export function unitsOf(xml: string): readonly { readonly url: string; readonly mastery: number | null }[] {
  return unitsIn(manifestTree(xml)).map((unit) => {
    const { masteryScore } = unit.attributes
    return { url: urlOf(unit), mastery: masteryScore ? Number(masteryScore) : null }
  })
}

/** Other terms for a course that is read back; `terms` is asked for each page. */
export function rewriteTerms(xml: string, terms: (url: string) => Terms): string {
  const change = (element: Element): Element => {
    if (element.name !== 'au') {
      return { ...element, children: element.children.map((child) => (child.type === 'element' ? change(child) : child)) }
    }
    const { moveOn, mastery } = terms(urlOf(element))
    return { ...element, attributes: { ...element.attributes, moveOn, masteryScore: score(mastery) } }
  }
  return manifestText(change(manifestTree(xml)))
}

const unitsIn = (element: Element): readonly Element[] =>
  element.children.flatMap((child) => (child.type === 'element' ? (child.name === 'au' ? [child] : unitsIn(child)) : []))
const urlOf = ({ children }: Element): string =>
  children.flatMap((child) => (child.type === 'element' && child.name === 'url' ? child.children : [])).map((node) => (node.type === 'text' ? node.value : '')).join('').trim() // prettier-ignore
const score = (mastery: number): string => String(Number(mastery.toFixed(4)))

export function cmi5(course: Cmi5Course): Element {
  const about = (
    <course id={course.iri}>
      {text('title', course.lang, course.title)}
      {text('description', course.lang, course.title)}
    </course>
  ) as Element
  const units = course.units.map(
    (unit) =>
      (
        <au
          id={unit.iri}
          moveOn={unit.moveOn}
          masteryScore={score(unit.mastery)}
          launchMethod="AnyWindow"
          activityType="http://adlnet.gov/expapi/activities/lesson"
        >
          {text('title', unit.lang, unit.title)}
          {text('description', unit.lang, unit.description)}
          <url>{unit.url}</url>
        </au>
      ) as Element,
  )
  const children = [about, ...units]
  return (<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">{children}</courseStructure>) as Element
}

const text = (name: 'title' | 'description', lang: string, words: string): Element => {
  const langstring = (<langstring lang={lang}>{words}</langstring>) as Element
  return name === 'title' ? ((<title>{langstring}</title>) as Element) : ((<description>{langstring}</description>) as Element)
}
