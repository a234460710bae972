/** @jsxImportSource xastscript */
/** cmi5.xml (cmi5 §13): one course, an AU a module. `moveOn` and `masteryScore` are always said: left out, an LMS asks for nothing. */
import type { Element } from 'xast'

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
          masteryScore={String(Number(unit.mastery.toFixed(4)))}
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
