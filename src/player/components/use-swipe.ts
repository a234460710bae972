import { useRef } from 'preact/hooks'

/** CSS pixels to the side, and at least twice as far as up or down: less is a tap, or scrolling. */
const FAR = 44

/**
 * A finger that swipes to the left goes a step on, to the right a step back: time runs to the right in every language. Mouse and keys have the
 * dock; a screen reader's own gestures never arrive here. The element needs `touch-action: pan-y pinch-zoom`, so that scrolling and zooming
 * stay the browser's.
 */
export function useSwipe(step: (by: 1 | -1) => unknown) {
  const from = useRef<PointerEvent | null>(null)
  return {
    onPointerDown(event: PointerEvent): void {
      // A second finger is a pinch.
      from.current = event.pointerType === 'touch' && event.isPrimary ? event : null
    },
    onPointerUp(event: PointerEvent): void {
      const start = from.current
      from.current = null
      if (start?.pointerId !== event.pointerId) return
      const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY]
      if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) step(x < 0 ? 1 : -1)
    },
    onPointerCancel(): void {
      from.current = null
    },
  }
}
