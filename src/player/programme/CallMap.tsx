import type { CallMap as Map } from '../../model/course'
import type { ModuleMap } from '../../model/course-map'
import type { Messages } from '../messages/messages'
import { spotsOf } from './spots'
import type { ModuleState } from './state-of'

interface Props {
  readonly t: Messages
  readonly call: Map
  readonly rows: readonly { readonly module: ModuleMap; readonly state: ModuleState }[]
  readonly here: ModuleMap | null
  readonly openModule: (module: ModuleMap) => void
}

/** Where each module stops the clock of the one call. For the eye and the mouse: the list below it says the same, and is a real one. */
export function CallMap({ t, call, rows, here, openModule }: Props) {
  const { spots, line, bracket, height } = spotsOf(
    call,
    rows.map(({ module }) => module.number),
  )
  return (
    <svg class="call-map" viewBox={`0 0 1000 ${height}`} aria-hidden="true" direction="ltr">
      {bracket && (
        <>
          <path class="span" d={`M${line.from} ${bracket.y + 22}V${bracket.y}H${line.to}V${bracket.y + 22}`} />
          <text x={bracket.labelX} y={bracket.y - 10}>
            {t.wholeCall}
          </text>
        </>
      )}
      <path class="line" d={`M${line.from} ${line.y}H${line.to}`} />
      <path class="line beyond" d={`M${line.to} ${line.y}H1000`} />
      <path class="tick" d={`M${line.from} ${line.y - 9}v18M${line.to} ${line.y - 9}v18`} />
      <text x={line.from} y={line.y + 42}>
        {t.clicks}
      </text>
      <text x={line.to} y={line.y + 42} text-anchor="end">
        {t.faceSeen}, {(call.face / 1000).toFixed(3)} s
      </text>
      {rows.map(({ module, state }) => {
        const spot = spots[module.number]
        if (!spot) return null
        return (
          <g
            key={module.id}
            class={`stop ${state}${module === here ? ' here' : ''}`}
            transform={`translate(${spot.x} ${spot.y})`}
            onClick={() => openModule(module)}
          >
            <title>{t.modulePlace(module.number, module.title)}</title>
            <circle r="16" />
            <text y="6" text-anchor="middle">
              {module.number}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
