import type { Canvas } from '../canvas'
import type { Direct } from '../director'
import type { Layout } from './layout'
import { layLine } from './layout-line'
import { layMap } from './layout-map'
import type { Machine } from './machine'

const known = new WeakMap<Canvas, Map<string, Layout>>()

/** Laid out once a canvas: the places it takes are claimed once, and what crosses to another machine asks again. */
export function layoutOf(job: Direct, machine: Machine): Layout {
  const laid = known.get(job.canvas) ?? new Map<string, Layout>()
  known.set(job.canvas, laid)
  const found = laid.get(job.stage.name)
  if (found) return found
  const layout = machine.rows ? layMap(job, machine) : layLine(job, machine)
  laid.set(job.stage.name, layout)
  return layout
}
