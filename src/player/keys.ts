/** Every key of the player: what it does, and how the list on `?` shows it. */
import type { Messages } from './messages/messages'
import type { Page, Player } from './models/player'

export interface Binding {
  /** `KeyboardEvent.key` in lower case, with `shift+` before an arrow. */
  readonly on: readonly string[]
  /** As on the list; a word that begins with `key` is a message. */
  readonly shown: string
  readonly what: Extract<keyof Messages, `key${string}`>
  /** Only there; `read` is a screen as an article, which scrolls by the keys of the browser. */
  readonly page?: Page | 'read'
  /** False where the key means nothing just now, and is left to the browser. `repeat`: it is held down. */
  readonly run?: (player: Player, key: string, repeat: boolean) => unknown
}

const back = (key: string): 1 | -1 => (/left|up|</.test(key) ? -1 : 1)
const digits = [...'123456789']
/** The question in the middle of a screen that waits for its answer. */
const checkOf = ({ playback, check }: Player) => {
  const asking = playback.asking.value
  return asking?.chosen === null && asking.prediction.check ? check : null
}

export const keys: readonly Binding[] = [
  {
    on: [' ', 'k'],
    shown: 'keySpace K',
    what: 'keyPlay',
    page: 'screen',
    // Space is for pausing; while a guess is waited for there is nothing to pause, and nothing should be skipped by accident.
    run: (player, _, repeat) => {
      const { asking, trying } = player.playback
      if (!repeat && !trying.value && (!asking.value || asking.value.chosen)) player.toggle()
    },
  },
  { on: ['arrowleft', 'arrowright'], shown: '← →', what: 'keyStep', page: 'screen', run: (player, key) => player.step(back(key)) },
  {
    on: ['shift+arrowleft', 'shift+arrowright', 'pageup', 'pagedown'],
    shown: 'keyShift ← →',
    what: 'keyScreen',
    page: 'screen',
    run: (player, key) => player.stepScreen(back(key)),
  },
  {
    on: ['shift+arrowleft', 'shift+arrowright'],
    shown: 'keyShift ← →',
    what: 'keyScreen',
    page: 'read',
    run: (player, key) => player.stepScreen(back(key)),
  },
  {
    on: digits,
    shown: '1 – 9',
    what: 'keyOption',
    page: 'screen',
    run: (player, key) => {
      const { asking, trying, answer, choose } = player.playback
      const check = checkOf(player)
      if (check) check.digit(Number(key))
      else if (trying.value) choose(Number(key) - 1)
      else {
        const option = asking.value?.prediction.options[Number(key) - 1]
        if (!option) return false
        answer(option.id)
      }
    },
  },
  { on: ['0', ...digits], shown: '1 – 9', what: 'keyOption', page: 'quiz', run: ({ quiz }, key) => quiz.digit(Number(key)) },
  {
    on: ['enter'],
    shown: 'keyEnter',
    what: 'keyAnswer',
    page: 'screen',
    run: (player, _, repeat) => {
      const { asking, trying } = player.playback
      if (repeat || (!asking.value && !trying.value && player.state.value !== 'ready')) return false
      const check = checkOf(player)
      if (check) check.answer()
      else player.toggle()
    },
  },
  {
    on: ['enter'],
    shown: 'keyEnter',
    what: 'keyAnswer',
    page: 'quiz',
    run: (player) => {
      const { quiz } = player
      if (quiz.page.value !== 'result') quiz.goOn()
      else if (!quiz.passed.value && quiz.canTry.value) quiz.start()
      else player.showEnd()
    },
  },
  {
    on: ['c'],
    shown: 'C',
    what: 'keyCaptions',
    // Without a voice captions stay on: they are the narration.
    run: ({ speaking, prefs }) => void (speaking.value && (prefs.captions.value = !prefs.captions.value)),
  },
  {
    on: ['m'],
    shown: 'M',
    what: 'keySound',
    run: ({ canSpeak, prefs }) => void (canSpeak.value && (prefs.sound.value = !prefs.sound.value)),
  },
  { on: ['<', '>'], shown: '< >', what: 'keySpeed', run: ({ prefs }, key) => prefs.faster(back(key)) },
  { on: ['f'], shown: 'F', what: 'keyFullScreen', run: ({ fullScreen }) => (fullScreen ? fullScreen.toggle() : false) },
  {
    on: ['r'],
    shown: 'R',
    what: 'keyRead',
    run: (player) => {
      player.read(!player.reading.value)
      return player.page.value === 'screen'
    },
  },
  { on: ['/'], shown: '/', what: 'keyFind', run: ({ dialog }) => void (dialog.value = 'find') },
  { on: ['o'], shown: 'O', what: 'keyOutline', run: ({ dialog }) => void (dialog.value = 'outline') },
  { on: ['s'], shown: 'S', what: 'keySettings', run: ({ dialog }) => void (dialog.value = 'settings') },
  { on: ['d'], shown: 'D', what: 'keySupport', run: ({ dialog }) => void (dialog.value = 'support') },
  { on: ['?'], shown: '?', what: 'keyKeys', run: ({ dialog }) => void (dialog.value = 'keys') },
  // A native dialog closes by itself.
  { on: [], shown: 'Esc', what: 'keyClose' },
]
