import type { ReadonlySignal, Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { CourseMap, ModuleMap } from '../../model/course-map'
import { programmeOutcome } from '../../model/outcome'
import type { CallPicture } from '../../model/programme-page'
import type { Progress } from '../../model/progress'
import type { Scaled } from '../../model/units'
import type { Delivery } from '../../session/port'
import { Closed } from '../components/Closed'
import { Icon } from '../components/Icon'
import { SavedState } from '../components/Saved'
import { Support } from '../components/Support'
import { percent } from '../components/time'
import type { DialogName } from '../models/player'
import type { Mount } from '../launch'
import { CallMap } from './CallMap'
import { stateOf } from './state-of'

interface Props extends Mount<CourseMap> {
  readonly passing: Scaled
  readonly call: CallPicture | null
  readonly progress: Progress
  /** The module the learner was in last; null before the first. */
  readonly here: ModuleMap | null
  readonly wanted: ReadonlySignal<{ readonly module: ModuleMap; readonly failed: boolean } | null>
  readonly delivery: ReadonlySignal<Delivery>
  readonly closed: ReadonlySignal<Delivery | 'closing' | null>
  readonly dialog: Signal<DialogName | null>
  readonly openModule: (module: ModuleMap) => void
  readonly exit: () => Promise<void>
}

/** All modules with the state of each, on the call's second and as a list; the list is the one for keyboard and screen reader. */
export function Menu(props: Props) {
  const { course, settings, passing, session, progress, here, wanted, t, report, unsaved, openModule } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  if (props.closed.value) return <Closed title={course.title} {...{ t, session, report }} state={props.closed.value} />
  const rows = course.modules.map((module) => ({ module, state: stateOf(module, progress, settings, passing) }))
  const done = rows.filter(({ state }) => state === 'done').length
  const first = here ?? course.modules[0]
  const final = programmeOutcome(course, progress, settings, passing)
  const failed = wanted.value?.failed ? wanted.value.module : null
  const loading = wanted.value && !failed ? wanted.value.module : null
  const notice = session.mode === 'review' ? t.review : unsaved ? t.notSavedHere : ''
  return (
    <main class="menu-page">
      {notice && (
        <div class="banner" role="region" aria-label={t.notice}>
          <span>{notice}</span>
        </div>
      )}
      <div class="menu-head">
        <h1 tabIndex={-1} ref={heading}>
          {course.title}
        </h1>
        <p>{final?.complete ? t.programmeDone : t.modulesDone(done, rows.length)}</p>
      </div>
      {props.call && <CallMap {...{ t, rows, openModule, here }} call={props.call} />}
      {failed && (
        <p class="missing" role="alert">
          {t.cannotLoad(failed.title)}{' '}
          <button type="button" class="secondary" onClick={() => openModule(failed)}>
            {t.tryAgain}
          </button>
        </p>
      )}
      {first && !final && (
        <button type="button" class="primary big" onClick={() => openModule(first)}>
          <Icon name="play" />
          {here ? t.continueWith(first.number) : t.startWith}
        </button>
      )}
      <ol class="modules">
        {rows.map(({ module, state }) => {
          const best = progress.modules[module.id]?.quiz.best ?? null
          return (
            <li key={module.id}>
              <button type="button" aria-current={module === here ? 'true' : undefined} onClick={() => openModule(module)}>
                <span class={`mark ${state}`} aria-hidden="true">
                  {state === 'done' ? <Icon name="check" /> : module.number}
                </span>
                <span class="what">
                  <span class="sr">{module.number} </span>
                  {module.title}
                </span>
                <span class="state">{t.moduleState(module === loading ? 'loading' : state, best === null ? 'none' : percent(best))}</span>
                <span class="long">{t.about(Math.max(1, Math.round(module.minutes.narration)), module.quiz !== null)}</span>
              </button>
            </li>
          )
        })}
      </ol>
      <footer>
        <SavedState {...{ t, session }} state={props.delivery.value} />
        <button type="button" class="secondary" onClick={() => void props.exit()}>
          {t.saveAndExit}
        </button>
      </footer>
      {props.dialog.value === 'support' && <Support {...{ t, report }} close={() => void (props.dialog.value = null)} />}
    </main>
  )
}
