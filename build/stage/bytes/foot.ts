/** The line at the foot: what the field that is spoken of means. One at a time. */
import type { Run } from '../../../src/model/scene'
import type { Direct } from '../director'
import type { Rect } from '../geometry'
import { runsOf } from '../text'

interface Said {
  readonly at: number
  readonly runs: readonly Run[] | null
}
type Speaker = { readonly id: string; readonly label: string; readonly says: string }

function saidOf({ cues, stage, call }: Direct, speakers: readonly Speaker[]): readonly Said[] {
  return cues.flatMap((cue): Said[] => {
    const { verb, targets, args } = cue.direction
    const [target, ...others] = targets.filter((t) => t.stage === stage.name)
    if (!target || others.length || verb === 'exit') return []
    const speaker = speakers.find((s) => s.id === target.name)
    if (!speaker) return ['focus', 'zoom', 'lines'].includes(verb) || verb === 'label' ? [{ at: cue.start, runs: verb === 'label' && args.text ? runsOf(String(args.text), call) : null }] : [] // prettier-ignore
    const text = verb === 'label' ? (typeof args.text === 'string' ? args.text : '') : speaker.says
    if (!text) return verb === 'label' || verb === 'focus' || verb === 'zoom' ? [{ at: cue.start, runs: null }] : []
    return [{ at: cue.start, runs: [{ t: `${speaker.label}  `, c: 'm bold' }, ...runsOf(text, call)] }]
  })
}

const LINE = 1.24

/** Height it needs, 0 where nothing is ever said. */
export function footHeight(job: Direct, speakers: readonly Speaker[]): number {
  const lines = saidOf(job, speakers).map((s) => (s.runs ? linesOf(job, s.runs).length : 0))
  const most = Math.max(0, ...lines)
  return most ? job.canvas.size * (1 + most * LINE) : 0
}

/** Breaks runs into lines at blanks, keeping each word's class. */
function linesOf({ canvas, box }: Direct, runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  let width = 0
  for (const run of runs)
    for (const word of run.t.split(/(?<=\s)/)) {
      const w = canvas.widthOf([{ ...run, t: word }])
      const line = lines.at(-1) as Run[]
      const last = line.at(-1)
      if (width + w > box.w && line.length) {
        lines.push([{ ...run, t: word }])
        width = w
        continue
      }
      if (last && last.c === run.c) line[line.length - 1] = { ...last, t: last.t + word }
      else line.push({ ...run, t: word })
      width += w
    }
  return lines
}

export function drawFoot(job: Direct, speakers: readonly Speaker[], root: number, rect: Rect): void {
  const { canvas } = job
  const said = saidOf(job, speakers)
  said.forEach(({ at, runs }, i) => {
    if (!runs) return
    const region = canvas.region({ in: root, o: 0 })
    canvas.path(`M${rect.x} ${rect.y + canvas.size * 0.3}H${rect.x + rect.w}`, { in: region, c: 'rule' })
    linesOf(job, runs).forEach((line, k) => canvas.label(line, { in: region, x: rect.x, y: rect.y + canvas.size * (1.36 + k * LINE) }))
    canvas.key(region, 'o', at, 200, 1)
    const next = said[i + 1]
    if (next) canvas.key(region, 'o', next.at, next.runs ? 0 : 200, 0)
  })
}
