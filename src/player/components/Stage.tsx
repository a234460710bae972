import { effect, useSignal, type ReadonlySignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Stage as StageOf } from '../../model/course'
import type { Scene } from '../../model/scene'
import type { Ms } from '../../model/units'
import { frameAt } from '../../scene/frame-at'
import { usePlayer } from './context'
import { createPainter } from '../paint/painter'

type Shape = 'wide' | 'tall'

interface Props {
  readonly stage: Pick<StageOf, 'wide' | 'tall'>
  readonly time: ReadonlySignal<Ms>
  /** What the picture shows, in words. */
  readonly label: string
  /** Takes this layout whatever the room. */
  readonly shape?: Shape
  /** For mouse and finger only; keys have the dock. */
  readonly onPress?: (() => void) | undefined
}

/** The picture. Its nodes are mounted once a scene; every frame only patches them, past Preact. */
export function Stage({ stage, time, label, shape, onPress }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const fitting = useSignal<Shape>(shape ?? 'wide')
  const scene = stage[shape ?? fitting.value]

  useLayoutEffect(() => {
    const room = box.current
    if (!room || shape) return
    const look = (): void => void (fitting.value = larger(stage, room.clientWidth, room.clientHeight))
    look()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(look)
    observer.observe(room)
    return () => observer.disconnect()
  }, [stage, shape])

  useLayoutEffect(() => {
    if (!svg.current) return
    const painter = createPainter(svg.current, scene)
    const stop = effect(() => painter.paint(frameAt(scene, time.value)))
    return () => {
      stop()
      painter.clear()
    }
  }, [scene, time])

  return (
    <div class="stage-box" ref={box} data-shape={shape ?? fitting.value} onClick={onPress}>
      <svg class="stage" {...usePlayer().its} ref={svg} role="img" aria-label={label} preserveAspectRatio="xMidYMid meet" />
    </div>
  )
}

/** The layout that draws larger in this room: each unit of it gets more pixels. */
function larger({ wide, tall }: Props['stage'], width: number, height: number): Shape {
  const scale = (scene: Scene): number => Math.min(width / scene.width, height / scene.height)
  return scale(tall) > scale(wide) ? 'tall' : 'wide'
}
