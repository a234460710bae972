import fc from 'fast-check'
import type { Deed } from './learn'

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

/** Any life of a learner. */
export const deeds = (maxLength = 60): fc.Arbitrary<readonly Deed[]> =>
  fc.array(
    fc.oneof<fc.Arbitrary<Deed>[]>(
      fc.record({ do: fc.constant('enter' as const), screen: fc.nat(30), beat: fc.nat(12) }),
      fc.record({ do: fc.constant('read' as const), screen: fc.nat(30) }),
      fc.record({
        do: fc.constant('predict' as const),
        screen: fc.nat(30),
        as: fc.constantFrom('right' as const, 'wrong' as const, 'skipped' as const),
      }),
      fc.record({ do: fc.constant('quiz' as const) }),
      fc.record({ do: fc.constant('start' as const), seed }),
      fc.record({ do: fc.constant('answer' as const), nth: fc.nat(20), right: fc.boolean() }),
      fc.record({ do: fc.constant('finish' as const) }),
    ),
    { maxLength },
  )
