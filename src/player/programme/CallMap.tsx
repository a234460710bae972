import type { ModuleMap } from '../../model/course-map'
import type { CallPicture } from '../../model/programme-page'
import type { Messages } from '../messages/messages'
import type { ModuleState } from './state-of'

interface Props {
  readonly t: Messages
  readonly call: CallPicture
  readonly rows: readonly { readonly module: ModuleMap; readonly state: ModuleState }[]
  readonly here: ModuleMap | null
  readonly openModule: (module: ModuleMap) => void
}

/** Where each module stops the clock of the one call. For the eye and the mouse: the list below it says the same, and is a real one. */
export function CallMap({ t, call: { face, stops, line, bracket, height }, rows, here, openModule }: Props) {
  return (
    <svg class="call-map" viewBox={`0 0 1000 ${height}`} aria-hidden="true">
      {bracket !== null && (
        <>
          <path d={`M${line.from} ${bracket + 22}V${bracket}H${line.to}V${bracket + 22}`} />
          <text x={line.from + 14} y={bracket - 10}>
            {t.wholeCall}
          </text>
        </>
      )}
      <path class="line" d={`M${line.from} ${line.y}H${line.to}M${line.from} ${line.y - 9}v18M${line.to} ${line.y - 9}v18`} />
      <path class="line beyond" d={`M${line.to} ${line.y}H1000`} />
      <text x={line.from} y={line.y + 50}>
        {t.clicks}
      </text>
      <text x={line.to} y={line.y + 50} text-anchor="end">
        {`${t.faceSeen}, \u2066${(face / 1000).toFixed(3)} s`}
      </text>
      {rows.map(({ module, state }) => {
        const at = stops[module.id]
        return (
          at && (
            <g
              key={module.id}
              class={`stop ${state}${module === here ? ' here' : ''}`}
              transform={`translate(${at})`}
              onClick={() => openModule(module)}
            >
              <title>{t.modulePlace(module.number, module.title)}</title>
              <circle r="16" />
              <text y="6" text-anchor="middle">
                {module.number}
              </text>
            </g>
          )
        )
      })}
    </svg>
  )
}
