/** @jsxImportSource xastscript */
/** tincan.xml: one activity, launched by its page. The schema wants name and description before `launch`. */
import type { Element } from 'xast'

export interface TincanActivity {
  /** The stable IRI. */
  readonly iri: string
  readonly type: string
  readonly lang: string
  readonly title: string
  readonly description: string
  readonly launch: string
}

export function tincan({ iri, type, lang, title, description, launch }: TincanActivity): Element {
  return (
    <tincan xmlns="http://projecttincan.com/tincan.xsd">
      <activities>
        <activity id={iri} type={type}>
          <name lang={lang}>{title}</name>
          <description lang={lang}>{description}</description>
          <launch lang={lang}>{launch}</launch>
        </activity>
      </activities>
    </tincan>
  ) as Element
}
