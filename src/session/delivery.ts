import type { Delivery } from './port'

/** The state of delivery and who wants to know. */
export const createDelivery = () => {
  let state: Delivery = 'saved'
  const listeners = new Set<(delivery: Delivery) => void>()
  return {
    is: (): Delivery => state,
    set(next: Delivery): void {
      if (next === state) return
      state = next
      for (const listener of [...listeners]) listener(state)
    },
    onDelivery(listener: (delivery: Delivery) => void): () => void {
      listeners.add(listener)
      listener(state)
      return () => void listeners.delete(listener)
    },
  }
}
