import type { Canvas } from '../canvas'
import { write, type Chart } from './content'
import type { Plot } from './plot'

/** Two axes, thin lines at the values of y, and numbers as text. The unit stands at the end of its axis. */
export function drawAxes(canvas: Canvas, chart: Chart, plot: Plot, root: number): void {
  const { field, xTicks, yTicks } = plot
  const { size } = canvas
  const floor = field.y + field.h
  for (const t of yTicks) {
    const y = plot.y(t)
    if (t !== chart.y.from) canvas.path(`M${field.x} ${y}H${field.x + field.w}`, { in: root, c: 'thin' })
    canvas.label(write(t), { in: root, c: 'm soft', x: field.x - 12, y: y + size * 0.36 }, { anchor: 'end' })
  }
  for (const t of xTicks) {
    const x = plot.x(t)
    canvas.path(`M${x} ${floor}V${floor + 8}`, { in: root, c: 'thin' })
    canvas.label(write(t), { in: root, c: 'm soft', x, y: floor + size * 1.22 }, { anchor: 'middle' })
  }
  canvas.path(`M${field.x} ${field.y}V${floor}H${field.x + field.w}`, { in: root, c: 'http' })
  if (chart.y.unit)
    canvas.label(
      chart.y.unit,
      { in: root, c: 'soft', x: field.x - 12, y: plot.unit },
      { anchor: canvas.widthOf(chart.y.unit) > field.x - 30 ? 'start' : 'end' },
    )
  if (chart.x.unit) canvas.label(chart.x.unit, { in: root, c: 'soft', x: field.x + field.w, y: floor + size * 2.4 }, { anchor: 'end' })
}
