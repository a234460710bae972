/** Records nothing, and is content: for previews of a single screen, and tests of the player. */
import { createDelivery } from '../delivery'
import type { LmsAdapter } from '../port'

export const nullAdapter = (): LmsAdapter => ({
  standard: 'null',
  limits: { suspendChars: Infinity },
  open() {
    const { is, onDelivery } = createDelivery()
    const saved = () => Promise.resolve(is())
    const none = () => undefined
    const learner = { id: '', name: '' }
    return Promise.resolve({
      learner,
      mode: 'normal' as const,
      terms: {},
      resumed: undefined,
      restored: false,
      known: { score: null },
      keepsHere: () => false,
      record: none,
      save: none,
      flush: saved,
      close: saved,
      onDelivery,
    })
  },
})
