/** What needs no browser: the size of the player, and of the suspend data. */
import { gzipSync } from 'node:zlib'
import { buildPlayers } from '../../build/player'
import type { Course, Module } from '../../src/model/course'
import { begin, type Progress } from '../../src/model/progress'
import { encodeSuspend } from '../../src/model/suspend/codec'
import { live, type Deed } from '../model/learn'
import { rounded, type Row } from './row'

export async function playerRows(root: string): Promise<readonly Row[]> {
  const { files } = await buildPlayers(root, ['scorm12', 'scorm2004'])
  return [...files].flatMap(([name, player]) =>
    ([['js', 45], ['css', 10]] as const).map(([kind, limit]) => {
      const bytes = player.get(`player.${kind}`)
      if (bytes === undefined) throw new Error(`The player ${name} has no player.${kind}.`)
      const measured = rounded(gzipSync(bytes, { level: 9 }).length / 1024, 1)
      return { budget: `player ${name}, ${kind}`, limit, measured, unit: 'KB', at: 'most', note: 'gzip -9' } as const
    }),
  ) // prettier-ignore
}

const SEED = 0xffffffff
const range = (n: number, make: (i: number) => Deed): readonly Deed[] => Array.from({ length: n }, (_, i) => make(i))

/** Lives that cost the most: screens almost seen, every prediction, an attempt finished and one open with all its answers. */
function lives({ screens, quiz }: Module): readonly (readonly Deed[])[] {
  const questions = quiz?.draw ?? 0
  const tries = (right: boolean): readonly Deed[] => [
    { do: 'start', seed: SEED },
    { do: 'answer', nth: 0, right: true },
    { do: 'finish' },
    { do: 'start', seed: SEED },
    ...range(questions, (nth) => ({ do: 'answer', nth, right })),
  ]
  const missing = (which: 'first' | 'last' | 'none'): readonly Deed[] =>
    screens.flatMap(({ beats }, screen) =>
      beats.flatMap((_, beat): readonly Deed[] => {
        const left = (which === 'first' && beat === 0) || (which === 'last' && beat === beats.length - 1)
        return left ? [] : [{ do: 'enter', screen, beat }]
      }),
    )
  const predict = (as: 'right' | 'wrong' | 'skipped') => range(screens.length, (screen) => ({ do: 'predict', screen, as }))
  const each = <A, B>(all: readonly A[], make: (one: A) => readonly B[]): readonly B[] => all.flatMap(make)
  return each(['first', 'last', 'none'] as const, (which) =>
    each(['right', 'wrong', 'skipped'] as const, (as) =>
      [true, false].map((right) => [...missing(which), ...predict(as), ...tries(right)]),
    ),
  )
}

export function suspendRows(course: Course, module: Module): readonly Row[] {
  const alone: Course = { ...course, modules: [module] }
  const fourteen: Course = {
    ...course,
    modules: Array.from({ length: 14 }, (_, i) => ({ ...module, id: `${module.id}-${i + 1}`, number: i + 1 })),
  }
  const worst = (of: Course): number =>
    Math.max(
      ...lives(module).map((life) => {
        const lived = of.modules.reduce<Progress>(
          (now, one) => live(now, one, life),
          begin(of, () => 0.999),
        )
        return encodeSuspend(of, lived).length
      }),
    )
  const row = { limit: 3500, unit: 'characters', at: 'most' } as const
  return [
    {
      ...row,
      budget: `suspend data of module ${module.number}`,
      measured: worst(alone),
      note: 'worst of 18 lives; 250 is one module’s share',
    },
    { ...row, budget: 'suspend data of a programme', measured: worst(fourteen), note: `14 modules like module ${module.number}` },
  ]
}
