import type { ReadonlySignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Keeps one style property of an element at a signal's value, frame by frame, without rendering anything again. */
export function useFollow<E extends HTMLElement>(property: string, value: ReadonlySignal<string>) {
  const element = useRef<E>(null)
  useLayoutEffect(() => value.subscribe((now) => element.current?.style.setProperty(property, now)), [property, value])
  return element
}

/** A share of one as CSS writes it. */
export const toPercent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
