/**
 * The voices of this device. Only voices with `localService` are used: nobody's text leaves the machine. Which voices there are
 * is often known late, so the answer is a signal.
 */
import { signal, type ReadonlySignal } from '@preact/signals'
import type { Speaker } from '../models/narrators/speaker'

export function browserSpeaker(window: Window & typeof globalThis, lang: string): ReadonlySignal<Speaker | null> {
  const speaker = signal<Speaker | null>(null)
  const { speechSynthesis: synthesis } = window
  if (!synthesis || typeof window.SpeechSynthesisUtterance !== 'function') return speaker
  const look = (): void => {
    const voice = bestVoice(synthesis.getVoices(), lang)
    if (voice && !speaker.value) speaker.value = speakWith(window, voice)
  }
  look()
  synthesis.addEventListener?.('voiceschanged', look)
  return speaker
}

/** The device's default voice for the language, else its first; the region counts before the language alone. */
function bestVoice(voices: readonly SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice | undefined {
  const local = voices.filter((voice) => voice.localService && sameLanguage(voice.lang, lang))
  const exact = local.filter((voice) => voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase())
  return [...exact, ...local].find((voice) => voice.default) ?? exact[0] ?? local[0]
}
const sameLanguage = (a: string, b: string): boolean => a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase()

function speakWith(window: Window & typeof globalThis, voice: SpeechSynthesisVoice): Speaker {
  const { speechSynthesis: synthesis } = window
  return {
    speak(text, rate, heard) {
      const utterance = new window.SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = rate
      let over = false
      const unlessOver =
        (then: () => void): (() => void) =>
        () => {
          if (!over) then()
        }
      utterance.onstart = unlessOver(heard.started)
      utterance.onboundary = (event) => {
        if (!over && event.name !== 'sentence') heard.reached(event.charIndex)
      }
      utterance.onend = unlessOver(heard.ended)
      utterance.onerror = unlessOver(heard.failed)
      // Chrome queues behind what was cancelled but never ended; an empty queue starts at once.
      synthesis.cancel()
      synthesis.speak(utterance)
      return () => {
        over = true
        synthesis.cancel()
      }
    },
  }
}
