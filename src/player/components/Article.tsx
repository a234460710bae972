import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { signal } from '@preact/signals'
import type { Beat, Prediction, Screen, Stage as StageOf } from '../../model/course'
import type { Ms } from '../../model/units'
import { lastMoment } from '../models/scene-time'
import { usePlayer } from './context'
import { Icon } from './Icon'
import { Markup } from './Markup'
import type { Paper } from '../models/player'
import { Stage } from './Stage'

interface Props {
  readonly screen: Screen
  /** On paper nothing opens: no terms, questions by number, answers elsewhere. */
  readonly paper?: { readonly kind: Paper; number(prediction: Prediction): number }
}

/** A screen as text and pictures: what is said, what is asked, and what is only read. */
export function Article({ screen, paper }: Props) {
  const { t, its } = usePlayer()
  const { beats, stage, more } = screen
  const H = paper ? 'h3' : 'h2'
  return (
    <>
      {piecesOf(beats).map((piece) => {
        const last = piece.at(-1)!
        return (
          <>
            <div class="piece">
              <p class="prose" tabIndex={-1} {...its}>
                {piece.map((beat) => (
                  <>
                    <Markup html={beat.read ?? beat.html} data-beat={beats.indexOf(beat)} />{' '}
                  </>
                ))}
              </p>
              {paper?.kind === 'transcript' ? (
                <p class="note">
                  {t.pictureShows} {shown(piece)}
                </p>
              ) : (
                last.still && <Still stage={stage} time={lastMoment(last)} label={shown(piece)} fixed={!!paper} />
              )}
            </div>
            {last.ask && <Guess ask={last.ask} number={paper?.number(last.ask)} />}
          </>
        )
      })}
      {stage.cases.map((one) => (
        <div class="piece">
          <p>
            <b>
              {t.whatIf(one.label)} {one.option}?
            </b>{' '}
            {one.hint}
          </p>
          {paper?.kind === 'transcript' ? (
            <p class="note">
              {t.pictureShows} {one.description}
            </p>
          ) : (
            <Still stage={one} time={one.wide.length - 1} label={one.description} fixed={!!paper} />
          )}
        </div>
      ))}
      {more && (
        <section class="extra" data-beat={beats.length} tabIndex={-1}>
          <H>{t.inDetail}</H>
          <Markup as="div" html={more} />
        </section>
      )}
    </>
  )
}

/** Beats that are read in one go: up to a picture or a question. */
function piecesOf(beats: readonly Beat[]): readonly (readonly Beat[])[] {
  const pieces: Beat[][] = [[]]
  for (const beat of beats) {
    pieces.at(-1)!.push(beat)
    if ((beat.still || beat.ask) && beat !== beats.at(-1)) pieces.push([])
  }
  return pieces
}

const shown = (beats: readonly Beat[]): string => beats.map(({ description }) => description).join(' ')

interface StillProps {
  readonly stage: Pick<StageOf, 'wide' | 'tall'>
  readonly time: Ms
  readonly label: string
  /** Always the wide layout: paper is wide enough. */
  readonly fixed: boolean
}

function Still({ stage, time, label, fixed }: StillProps) {
  const still = useMemo(() => signal(time), [time])
  const figure = useRef<HTMLElement>(null)
  // Paper is dear: a picture is as high as what is drawn.
  useLayoutEffect(() => {
    const svg = fixed && figure.current?.querySelector('svg')
    if (!svg || !svg.getBBox) return
    const { y, height } = svg.getBBox()
    svg.setAttribute('viewBox', `0 ${y - 8} ${stage.wide.width} ${height + 16}`)
    svg.parentElement?.style.setProperty('aspect-ratio', `${stage.wide.width / (height + 16)}`)
  }, [])
  return (
    <figure ref={figure}>
      <Stage stage={stage} time={still} label={label} {...(fixed && { shape: 'wide' })} />
    </figure>
  )
}

/** A prediction to read: the question, what one could say, and the answer behind a fold. On paper a number leads to the answer. */
function Guess({ ask, number }: { readonly ask: Prediction; readonly number: number | undefined }) {
  const { t } = usePlayer()
  const H = number ? 'h3' : 'h2'
  return (
    <section class="guess">
      <p class="note">
        {number ? t.guessNumber(number) : t.guess} {ask.from && t.recall(ask.from)}
      </p>
      <H>
        <Markup html={ask.question} />
      </H>
      {ask.check?.kind === 'line' && ask.check.code.map((html) => <Markup as="div" html={html} />)}
      {ask.check?.figure && <Markup as="div" html={ask.check.figure} />}
      {offers(ask) && (
        <ol>
          {ask.options.map(({ id, html }, i) => (
            <li key={id}>
              <kbd>{i + 1}</kbd> <Markup html={html} />
            </li>
          ))}
        </ol>
      )}
      {!number && (
        <details>
          <summary>{t.theAnswer}</summary>
          <Answer ask={ask} />
        </details>
      )}
    </section>
  )
}

/** What is to be ordered, matched or typed has no options: they would be the answer. */
const offers = ({ check }: Prediction): boolean => !check || 'options' in check

export function Answer({ ask }: { readonly ask: Prediction }) {
  const { t } = usePlayer()
  return (
    <ol class="answer">
      {ask.options.map(({ id, html, right, feedback }, i) => (
        <li key={id} class={right ? 'right' : 'wrong'}>
          <kbd>{i + 1}</kbd>{' '}
          <span class="verdict">
            <Icon name={right ? 'check' : 'cross'} />
            {right ? t.right : t.wrong}
          </span>{' '}
          {!offers(ask) && <Markup html={html} />} <Markup html={feedback} />
        </li>
      ))}
    </ol>
  )
}
