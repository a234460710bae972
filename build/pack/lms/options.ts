/** Settings as the options of `wsqd configure` and `wsqd build`. */
import type { Settings } from '../../../src/model/settings'

/** Empty where nothing is wanted that `now` does not have. */
export function optionsFor(wanted: Partial<Settings>, now: Partial<Settings> = {}): string {
  const { pass, completeOn, attempts, report, lang, theme } = wanted
  const options: readonly (readonly [keyof Settings, string])[] = [
    ['pass', `--pass ${Math.round((pass ?? 0) * 100)}`],
    ['completeOn', `--complete-on ${completeOn}`],
    ['attempts', `--attempts ${attempts ?? 'unlimited'}`],
    ['report', `--report ${report}`],
    ['lang', `--lang ${lang}`],
    ['theme', `--theme ${theme}`],
  ]
  return options
    .filter(([key]) => wanted[key] !== undefined && wanted[key] !== now[key])
    .map(([, option]) => option)
    .join(' ')
}
