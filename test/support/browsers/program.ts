/** The program of a browser: found, or installed where that is ours to do. */
import { delimiter, join } from 'node:path'
import { isProgram } from '../../../build/browser'
import { aptInstall, isDebianRoot, type Env } from '../../../build/debian'

/** The first of the program that `variable` names, the names on PATH, and other usual places; null where there is none. */
export function findProgram(env: Env, variable: string, names: readonly string[], elsewhere: readonly string[]): string | null {
  const told = env[variable]
  if (told) return isProgram(told) ? told : null
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(isProgram) ?? null
}

/** `wish` says what to do where nothing can be installed. */
export function orInstall(
  env: Env,
  find: () => string | null,
  packages: readonly string[],
  wish: string,
): { readonly path: string } | { readonly missing: string } {
  const there = find()
  if (there !== null) return { path: there }
  if (!isDebianRoot()) return { missing: `${wish} On Debian: "sudo apt-get install ${packages.join(' ')}".` }
  try {
    aptInstall(env, ['--no-install-recommends', ...packages], wish)
  } catch (error) {
    return { missing: String(error) }
  }
  const installed = find()
  return installed === null
    ? { missing: `apt-get installed ${packages.join(', ')}, but no program of that name is on PATH.` }
    : { path: installed }
}
