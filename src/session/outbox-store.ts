/** Where mail waits: IndexedDB, so that it outlives the page; memory where that is refused (private windows, sandboxed frames). */
export interface Mail {
  readonly id: string
  readonly body: unknown
}

export interface MailStore {
  /** It outlives the page. */
  readonly durable: boolean
  /** In the order they came, from whichever window. */
  all(): Promise<readonly Mail[]>
  put(mail: Mail): Promise<void>
  drop(ids: readonly string[]): Promise<void>
}

export const memoryStore = (): MailStore => {
  const kept = new Map<string, Mail>()
  return {
    durable: false,
    all: () => Promise.resolve([...kept.values()]),
    put: (mail) => Promise.resolve(void (kept.has(mail.id) || kept.set(mail.id, mail))),
    drop: (ids) => Promise.resolve(ids.forEach((id) => kept.delete(id))),
  }
}

interface Row extends Mail {
  readonly box: string
}

/** `box` tells one learner's and activity's mail from another's. */
export const openStore = async (factory: IDBFactory | undefined, box: string): Promise<MailStore> => {
  try {
    if (!factory) return memoryStore()
    const request = factory.open('wsqd', 1)
    request.onupgradeneeded = () => {
      const made = request.result.createObjectStore('outbox', { autoIncrement: true })
      made.createIndex('box', 'box')
    }
    const db = await done(request)
    const store = (mode: IDBTransactionMode): IDBObjectStore => db.transaction('outbox', mode).objectStore('outbox')
    const cursor = (mode: IDBTransactionMode, each: (row: Row, at: IDBCursorWithValue) => void): Promise<void> =>
      new Promise((resolve, reject) => {
        const walk = store(mode).index('box').openCursor(box)
        walk.onerror = () => reject(new Error(String(walk.error)))
        walk.onsuccess = () => {
          if (!walk.result) return resolve()
          each(walk.result.value as Row, walk.result)
          walk.result.continue()
        }
      })
    const read = async (): Promise<readonly Mail[]> => {
      const rows = new Map<string, Mail>()
      await cursor('readonly', ({ id, body }) => void (rows.has(id) || rows.set(id, { id, body })))
      return [...rows.values()]
    }
    await read()
    return {
      durable: true,
      all: read,
      put: async ({ id, body }) => void (await done(store('readwrite').add({ box, id, body }))),
      drop: (ids) => cursor('readwrite', ({ id }, at) => void (ids.includes(id) && at.delete())),
    }
  } catch {
    return memoryStore()
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
  })
