import type { Label } from '../model/scene'

/** How a running number is written. Times are kept in milliseconds whatever they are written in. */
export function formatValue(value: number, format: NonNullable<Label['format']>): string {
  if (format === 'seconds') return `${(value / 1000).toFixed(3)} s`
  if (format === 'milliseconds') return `${Math.round(value)} ms`
  return String(Math.round(value))
}

/** The number that stands in the text of a label before its track begins. */
export function readValue(text: string, format: NonNullable<Label['format']>): number {
  const value = Number.parseFloat(text.replace(/[^\d.-]/g, ''))
  if (Number.isNaN(value)) return 0
  return format === 'seconds' ? value * 1000 : value
}
