import fc from 'fast-check'
import type { Key, Scene, TrackProp } from '../../src/model/scene'
import { clockAt } from '../../src/scene/clock-at'
import { frameAt } from '../../src/scene/frame-at'
import { ease, numberAt } from '../../src/scene/value-at'
import { knockTall, knockWide } from '../fixtures/tiny-scenes'

const LENGTH = 10_000
const numeric: readonly TrackProp[] = ['x', 'y', 's', 'o', 'draw']
const keys = (value: fc.Arbitrary<number>) =>
  fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 1500 }), over: fc.integer({ min: 0, max: 900 }), to: value, lin: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((steps): readonly Key[] => {
      let at = 0
      return steps.map(({ gap, over, to, lin }) => {
        const key = { at: at + gap, over, to, ...(lin ? { lin: 1 as const } : {}) }
        at = key.at + over
        return key
      })
    })
const scenes: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      prop: fc.constantFrom(...numeric),
      keys: keys(fc.integer({ min: -500, max: 500 })),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((tracks) => ({
    width: 1280,
    height: 640,
    length: LENGTH,
    nodes: numeric.map(() => ({
      kind: 'link',
      line: 'plain',
      x: 7,
      points: [
        [0, 0],
        [1, 1],
      ],
    })), // prettier-ignore
    tracks: [...new Map(tracks.map(({ prop, keys: k }) => [prop, { n: numeric.indexOf(prop), p: prop, k }])).values()],
  }))
const times = fc.integer({ min: 0, max: 2 * LENGTH })

describe('frameAt', () => {
  test('is pure: the same scene and time give the same frame, in whatever order times are asked', () => {
    fc.assert(
      fc.property(scenes, fc.array(times, { minLength: 1, maxLength: 8 }), (scene, asked) => {
        const inOrder = [...asked].sort((a, b) => a - b).map((time) => frameAt(scene, time))
        const backwards = [...asked].sort((a, b) => b - a).map((time) => frameAt(structuredClone(scene), time))
        expect(inOrder).toEqual(backwards.reverse())
      }),
    )
  })
  test('at time 0 is the base: no key has begun', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        expect(frameAt(scene, 0)).toEqual(frameAt({ ...scene, tracks: [] }, 0))
      }),
    )
  })
  test('after the last key every property is what its last key says', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { nodes } = frameAt(scene, 1e9)
        for (const { n, p, k } of scene.tracks) expect(nodes[n]).toHaveProperty(p, k.at(-1)?.to)
      }),
    )
  })
  test('numbers are continuous: in a millisecond nothing goes further than its key can take it', () => {
    fc.assert(
      fc.property(scenes, times, (scene, time) => {
        const [before, after] = [frameAt(scene, time), frameAt(scene, time + 1)]
        for (const { n, p, k } of scene.tracks) {
          // A key that takes no time may jump; an eased one is at its fastest three times as fast as a straight one.
          if (k.some((key) => !key.over)) continue
          const [a, b] = [before.nodes[n]?.[p as 'x'] ?? 0, after.nodes[n]?.[p as 'x'] ?? 0]
          const fastest = Math.max(...k.map((key) => 3.1 * (1000 / (key.over ?? 1))))
          expect(Math.abs(a - b)).toBeLessThanOrEqual(fastest)
        }
      }),
    )
  })
  test('a node without tracks is one object in every frame, so that a painter may skip it', () => {
    const [a, b] = [frameAt(knockWide, 100), frameAt(knockWide, 9000)]
    const moving = new Set(knockWide.tracks.map(({ n }) => n))
    a.nodes.forEach((node, i) => moving.has(i) || expect(node).toBe(b.nodes[i]))
  })
  test('classes and texts switch when their key begins', () => {
    const label = (time: number) => frameAt(knockWide, time).nodes[34]
    expect([label(6499)?.t, label(6500)?.t, label(16999)?.t, label(17000)?.t]).toEqual([
      'waiting',
      'in-progress',
      'in-progress',
      'succeeded',
    ])
    expect([label(16999)?.c, label(17000)?.c]).toEqual(['m', 'm bold'])
  })
  test('a running number is written in its format, and its text stands until it runs', () => {
    const text = (time: number) => frameAt(knockWide, time).nodes[33]?.t
    expect([text(0), text(7400), text(9000)]).toEqual(['0 ms', '231 ms', '462 ms'])
  })
  test('only labels have a text', () => {
    for (const { node, t } of frameAt(knockTall, 0).nodes) expect(t === undefined).toBe(node.kind !== 'label')
  })
})

describe('the ease', () => {
  test('begins at 0, ends at 1, never goes back, and is the same backwards', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        expect(ease(Math.min(a, b))).toBeLessThanOrEqual(ease(Math.max(a, b)) + 1e-12)
        expect(ease(a) + ease(1 - a)).toBeCloseTo(1)
      }),
    )
    expect([ease(0), ease(1)]).toEqual([0, 1])
  })
  test('a straight key is half-way at half time', () => {
    expect(numberAt(0, [{ at: 100, over: 200, to: 50, lin: 1 }], 200)).toBe(25)
  })
})

test('the call clock runs evenly between its keys and stands outside them', () => {
  const clock = { from: 412, k: [{ at: 1000, over: 500, to: 462 }] }
  expect([0, 1000, 1250, 1500, 9000].map((time) => clockAt(clock, time))).toEqual([412, 412, 437, 462, 462])
})
