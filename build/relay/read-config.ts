/** A relay's file, YAML or JSON, as text: the configuration, or everything that is wrong with it, each with its line, what was found, expected and the cure. */
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { readYaml, type YamlText } from '../compile/1-read/read-yaml'
import { Diagnostics } from '../compile/diagnostic'
import type { RelayConfig } from './config'
import { configShape } from './config-shape'

export type ReadConfig = { readonly ok: true; readonly config: RelayConfig } | { readonly ok: false; readonly problems: readonly string[] }

/** `path` is the file's, absolute: folders in it are relative to its own. `name` is said in messages. */
export function readConfig(text: string, path: string, name: string): ReadConfig {
  const diagnostics = new Diagnostics()
  const yaml = readYaml(name, text, 0, diagnostics)
  if (yaml === null) {
    // What follows the first mistake mostly follows from it.
    // What follows the first mistake mostly follows from it.
    return {
      ok: false,
      problems: diagnostics
        .list()
        .slice(0, 1)
        .map(({ at, found, cure }) => `${name}:${at.line}: found ${found}; expected YAML or JSON: ${cure}.`),
    }
  }
  const read = configShape.safeParse(yaml.data)
  if (!read.success) return { ok: false, problems: read.error.issues.flatMap((issue) => told(issue, yaml, name)) }
  const { data } = read
  const twice = repeated(data.deployments, yaml, name)
  if (twice.length > 0) return { ok: false, problems: twice }
  const here = (file: string): string => resolve(dirname(path), file)
  const { credential } = data.lrs
  return {
    ok: true,
    config: {
      ...data,
      lrs: { ...data.lrs, credential: 'file' in credential ? { file: here(credential.file) } : credential },
      queue: { ...data.queue, folder: here(data.queue.folder) },
    },
  }
}

const CURES: Readonly<Record<string, string>> = {
  credential: 'The credential stands in two environment variables or in a file of its own, never here.',
  deployments: '"wsqd relay key" makes a key and prints the lines for it.',
}

function told(issue: z.core.$ZodIssue, yaml: YamlText, name: string): readonly string[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null]
  return keys.map((key) => {
    const path = key === null ? issue.path : [...issue.path, key]
    const value = path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], yaml.data)
    // What stands under a key we do not know may be a secret.
    const found =
      key === null
        ? value === undefined
          ? `no "${path.join('.')}"`
          : `${path.join('.') || 'the file'}: ${path.at(-1) === 'key' ? 'another text' : shown(value)}`
        : `"${path.join('.')}"`
    const expected = key === null ? issue.message : 'a key of docs/admin/relay.md'
    const about = path[0] === 'lrs' && path[1] !== 'url' ? 'credential' : String(path[0])
    const cure = CURES[about] ?? (key === null ? 'docs/admin/relay.md describes every key.' : 'Take it out, or correct its name.')
    return `${name}:${yaml.at(path).line}: found ${found}; expected ${expected}. ${cure}`
  })
}

function repeated(deployments: RelayConfig['deployments'], yaml: YamlText, name: string): readonly string[] {
  return (['name', 'key'] as const).flatMap((field) =>
    deployments.flatMap((one, index) =>
      deployments.findIndex((other) => other[field] === one[field]) === index
        ? []
        : [
            `${name}:${yaml.at(['deployments', index, field]).line}: found the ${field} of another deployment; expected one of its own. ` +
              (field === 'key' ? '"wsqd relay key" makes another.' : 'Give it another name.'),
          ],
    ),
  )
}

/** Whoever put a credential into an address is not shown it again. */
const shown = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : typeof value === 'object' && value !== null
      ? 'a map'
      : JSON.stringify(value)
          .replace(/\/\/[^/]*@/, '//…@')
          .slice(0, 60)
