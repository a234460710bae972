import type { Html } from '../../../model/units'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ' }

/** Our own markup without the marks, for names and native lists, which take no markup. */
export const plainText = (html: Html): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (whole, name: string) => {
    const code = /^#x([\da-f]+)$/i.exec(name)?.[1] ?? ''
    return entities[name] ?? (code ? String.fromCodePoint(Number.parseInt(code, 16)) : whole)
  })
