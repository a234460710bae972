/** The queue on the disk, and its way to the LRS. Rules: docs/conformance.md, REL-7, REL-9. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { startForwarding } from '../../build/relay/forward'
import type { Lrs, Verdict } from '../../build/relay/lrs'
import { openQueue, Full, type Queue } from '../../build/relay/queue/queue'
import type { Statement } from '../../src/xapi/statement'
import { one } from './said'
import { until } from './setup'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wsqd-queue-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (more: Partial<Parameters<typeof openQueue>[0]> = {}) => openQueue({ folder, megabytes: 10, came: () => undefined, ...more })
const many = (count: number): Statement[] => Array.from({ length: count }, () => one())
const drain = async (queue: Queue): Promise<string[]> => {
  const ids: string[] = []
  for (;;) {
    const taken = await queue.first()
    if (taken.count === 0) return ids
    ids.push(...taken.statements.map(({ id }) => id))
    await queue.done(taken)
  }
}
const jsonl = () => readdirSync(folder).filter((name) => /^\d+\.jsonl$/.test(name))

test('[REL-7] first in, first out, over any number of files, and over any number of ends of the process', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.record({ put: fc.integer({ min: 1, max: 8 }) }), fc.constant('take' as const), fc.constant('die' as const)), {
        maxLength: 25,
      }),
      async (deeds) => {
        rmSync(folder, { recursive: true, force: true })
        let queue = await open({ segmentBytes: 4000 })
        const sent: string[] = []
        const got: string[] = []
        for (const deed of deeds) {
          if (deed === 'take') {
            const taken = await queue.first()
            got.push(...taken.statements.map(({ id }) => id))
            if (taken.count) await queue.done(taken)
          } else if (deed === 'die') {
            // Half a line is left, as a kill may leave it.
            const last = jsonl().at(-1)
            if (last) appendFileSync(join(folder, last), '{"id":"cut of')
            await queue.close()
            queue = await open({ segmentBytes: 4000 })
          } else {
            const statements = many(deed.put)
            await queue.put(statements)
            sent.push(...statements.map(({ id }) => id))
          }
          expect(queue.waiting()).toBe(sent.length - got.length)
        }
        got.push(...(await drain(queue)))
        expect(got).toEqual(sent)
        await queue.tidy()
        // Nothing of a learner stays.
        expect(jsonl().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([''])
        await queue.close()
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

test('[REL-7] a cursor that is damaged or ahead of the truth only sends again', async () => {
  const queue = await open()
  const statements = many(3)
  await queue.put(statements)
  await queue.done(await queue.first())
  await queue.close()
  writeFileSync(join(folder, 'cursor.json'), '{"segm')
  const again = await open()
  expect(await drain(again)).toEqual(statements.map(({ id }) => id))
  await again.close()
})

test('[REL-7] a full queue takes nothing, and takes again when there is room', async () => {
  const queue = await open({ megabytes: 0.01, segmentBytes: 2000 })
  await queue.put(many(4))
  await expect(queue.put(many(40))).rejects.toBeInstanceOf(Full)
  expect(queue.waiting()).toBe(4)
  expect(await drain(queue)).toHaveLength(4)
  await queue.tidy()
  await queue.put(many(4))
  await queue.close()
})

test('[REL-7] a folder belongs to one relay, and to nobody whose process is gone', async () => {
  writeFileSync(join(folder, 'lock'), String(process.ppid))
  await expect(open()).rejects.toThrow(/belongs to a relay that runs \(process \d+\)\. Stop that one/)
  writeFileSync(join(folder, 'lock'), '999999999')
  const queue = await open()
  await queue.close()
})

describe('[REL-9] to the LRS', () => {
  const forwarding = async (lrs: Lrs, statements: readonly Statement[]) => {
    const log: string[] = []
    const queue = await open()
    await queue.put(statements)
    const forwarder = startForwarding({ queue, lrs, random: () => 0, log: (text) => log.push(text), idle: 50, longest: 20 })
    return { queue, forwarder, log }
  }
  const asides = (): string => (readdirSync(folder).includes('aside.jsonl') ? readFileSync(join(folder, 'aside.jsonl'), 'utf8') : '')

  test('one that is hated does not hold up the others: it is set aside, with why', async () => {
    const statements = many(9)
    const hated = statements[4]!
    const stored: string[] = []
    const lrs: Lrs = {
      send: async (list): Promise<Verdict> => {
        if (list.includes(hated) || list.some(({ id }) => id === hated.id)) return { kind: 'refused', status: 400, said: 'no such thing' }
        stored.push(...list.map(({ id }) => id))
        return { kind: 'stored' }
      },
      has: async () => false,
    }
    const { queue, forwarder, log } = await forwarding(lrs, statements)
    await until(() => queue.waiting() === 0)
    expect(stored).toEqual(statements.filter((each) => each !== hated).map(({ id }) => id))
    expect(JSON.parse(asides())).toEqual({ why: 'the LRS answered 400: no such thing', statement: hated })
    expect(forwarder.state().aside).toBe(1)
    expect(log.join()).not.toContain('no such thing')
    await until(() => jsonl().every((name) => readFileSync(join(folder, name), 'utf8') === ''))
    await forwarder.stop()
    await queue.close()
  })

  test('a conflict with what is there is stored; with what is not there it is asked again, and then set aside', async () => {
    const [there, never] = many(2)
    let looks = 0
    const lrs: Lrs = {
      send: async (): Promise<Verdict> => ({ kind: 'conflict', status: 409, said: '' }),
      has: async (id) => (id === there!.id ? true : (looks++, false)),
    }
    const { queue, forwarder } = await forwarding(lrs, [there!])
    await until(() => queue.waiting() === 0)
    expect(asides()).toBe('')
    await queue.put([never!])
    forwarder.wake()
    await until(() => queue.waiting() === 0)
    expect(looks).toBe(5)
    expect(asides()).toContain(never!.id)
    await forwarder.stop()
    await queue.close()
  })

  test('a credential that may only write cannot look: the conflict is set aside, and the rest goes on', async () => {
    const statements = many(4)
    const lrs: Lrs = {
      send: async (list): Promise<Verdict> =>
        list.some(({ id }) => id === statements[0]!.id) ? { kind: 'conflict', status: 409, said: '' } : { kind: 'stored' },
      has: async () => 'hidden',
    }
    const { queue, forwarder } = await forwarding(lrs, statements)
    await until(() => queue.waiting() === 0)
    expect(asides()).toMatch(/does not let the relay look/)
    await forwarder.stop()
    await queue.close()
  })

  test('what a page said twice goes out once in a batch', async () => {
    const [a, b] = many(2)
    const batches: string[][] = []
    const lrs: Lrs = {
      send: async (list): Promise<Verdict> => (batches.push(list.map(({ id }) => id)), { kind: 'stored' }),
      has: async () => true,
    }
    const { queue, forwarder } = await forwarding(lrs, [a!, b!, a!])
    await until(() => queue.waiting() === 0)
    expect(batches).toEqual([[a!.id, b!.id]])
    await forwarder.stop()
    await queue.close()
  })
})
