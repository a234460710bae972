/** What a trainer should make of a question, decided and said in one place. */
import type { Ms, Scaled } from '../model/units'
import { FEW } from './terms'

export type Verdict =
  /** Too few answers for any of the others. */
  | { readonly kind: 'few'; readonly n: number }
  /** The best fall for a wrong option. */
  | { readonly kind: 'misleads'; readonly key: string; readonly share: Scaled }
  /** The best do worse than the rest: the key is wrong, or the question is. */
  | { readonly kind: 'backwards'; readonly discrimination: number }
  /** Hardly anybody gets it right. */
  | { readonly kind: 'hard'; readonly facility: Scaled }
  /** It does not tell who knows from who does not. */
  | { readonly kind: 'blind'; readonly discrimination: number }
  /** Nearly everybody gets it right. */
  | { readonly kind: 'easy'; readonly facility: Scaled }
  /** It takes long to answer. */
  | { readonly kind: 'slow'; readonly median: Ms }
  /** Wrong options that nobody takes. */
  | { readonly kind: 'idle'; readonly keys: readonly string[] }
  | { readonly kind: 'sound' }

/** Of an item, what a verdict looks at. */
export interface Judged {
  readonly n: number
  readonly facility: Scaled
  readonly discrimination: number | null
  readonly median: Ms | null
  readonly third: number
  /** Options to choose from: of other answers nothing can be said. */
  readonly isChoice: boolean
  readonly choices: readonly { readonly key: string; readonly right: boolean; readonly all: Scaled; readonly top: Scaled | null }[]
}

const MISLEADING: Scaled = 0.25
const HARD: Scaled = 0.35
const EASY: Scaled = 0.95
/** A correlation of n answers is uncertain by about 1/√n: `blind` and `backwards` are said only where chance is no excuse. */
const BLIND = 20
const SLOW: Ms = 120_000
const IDLE: Scaled = 0.02
/** With fewer wrong answers than this, an option may stand idle by chance. */
const ENOUGH_WRONG = 12

/** The first that holds, from the worst on. */
export const verdictOf = ({ n, facility, discrimination, median, third, isChoice, choices }: Judged): Verdict => {
  if (n < FEW) return { kind: 'few', n }
  const doubt = 100 / Math.sqrt(n)
  const lure = [...choices].filter(({ right }) => !right).sort((a, b) => (b.top ?? 0) - (a.top ?? 0))[0]
  if (isChoice && third > 0 && lure && (lure.top ?? 0) >= MISLEADING) return { kind: 'misleads', key: lure.key, share: lure.top ?? 0 }
  if (discrimination !== null && discrimination + 2 * doubt < 0) return { kind: 'backwards', discrimination }
  if (facility < HARD) return { kind: 'hard', facility }
  if (facility > EASY) return { kind: 'easy', facility }
  if (discrimination !== null && discrimination + doubt < BLIND) return { kind: 'blind', discrimination }
  if (median !== null && median > SLOW) return { kind: 'slow', median }
  const idle =
    isChoice && n * (1 - facility) >= ENOUGH_WRONG ? choices.filter(({ right, all }) => !right && all < IDLE).map(({ key }) => key) : []
  return idle.length ? { kind: 'idle', keys: idle } : { kind: 'sound' }
}

/** The worst first; questions that may be fine come last. */
const SEVERITY: readonly Verdict['kind'][] = ['misleads', 'backwards', 'hard', 'blind', 'slow', 'idle', 'easy', 'sound', 'few']
export const severityOf = ({ kind }: Verdict): number => SEVERITY.indexOf(kind)

export const verdictText = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'few':
      return `Too few answers to judge: ${verdict.n}; from ${FEW} on, one can.`
    case 'backwards':
      return 'Backwards: who does well elsewhere does worse here. Check the key, then the wording.'
    case 'misleads':
      return `Misleads: ${fraction(verdict.share)} of the best chose ${verdict.key.toUpperCase()}.`
    case 'hard':
      return `Hard: only ${fraction(verdict.facility)} had it right. Look at the screen that teaches it.`
    case 'blind':
      return 'Tells little: who knows the module does hardly better here than who doesn’t.'
    case 'easy':
      return `Easy: ${percent(verdict.facility)} had it right. It warms up, but measures nothing.`
    case 'slow':
      return `Slow: half of them took more than ${Math.round(verdict.median / 60_000)} minutes.`
    case 'idle':
      return `Sound, but nobody takes ${verdict.keys.map((key) => key.toUpperCase()).join(' or ')}.`
    case 'sound':
      return 'Sound.'
  }
}

const percent = (share: Scaled): string => `${Math.round(share * 100)} %`

/** As one says it: "a third", "two in five". */
export const fraction = (share: Scaled): string => {
  const near = WORDS.reduce((best, one) => (Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best))
  return Math.abs(near[0] - share) <= 0.035 ? near[1] : percent(share)
}
const WORDS: readonly (readonly [Scaled, string])[] = [
  [0, 'nobody'],
  [0.1, 'one in ten'],
  [0.2, 'a fifth'],
  [0.25, 'a quarter'],
  [1 / 3, 'a third'],
  [0.4, 'two in five'],
  [0.5, 'half'],
  [0.6, 'three in five'],
  [2 / 3, 'two thirds'],
  [0.75, 'three quarters'],
  [0.8, 'four in five'],
  [0.9, 'nine in ten'],
  [1, 'all'],
]
