/** Every LMS that `--lms` knows. */
import * as hosted from './hosted'
import * as openSource from './open-source'
import type { LmsPreset } from './preset'

/** By label in any case of letters, and what is in none of them last. */
export const lmsPresets: readonly LmsPreset[] = [...Object.values(openSource), ...Object.values(hosted)].sort((a, b) =>
  a === hosted.other ? 1 : b === hosted.other ? -1 : a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1,
)

/** By its name or another it goes by, in any case of letters; undefined where it is none of them. */
export function findPreset(name: string): LmsPreset | undefined {
  const wanted = name.trim().toLowerCase()
  const plain = wanted.replace(/[\s_-]/g, '')
  return lmsPresets.find((preset) => preset.name === plain || preset.label.toLowerCase() === wanted || preset.also.includes(wanted))
}
