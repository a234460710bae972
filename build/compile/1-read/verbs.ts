/** The verbs of the grammar, and what stands between their brackets. Which stage kind takes which, its director says. */
import type { Verb } from '../tree'

type Shape = 'list' | 'way' | 'pair' | 'two' | 'duration'

export const verbs: Readonly<Record<Verb, Shape>> = {
  enter: 'list',
  exit: 'list',
  move: 'two',
  label: 'list',
  focus: 'list',
  zoom: 'list',
  link: 'pair',
  unlink: 'pair',
  send: 'way',
  set: 'list',
  count: 'list',
  goto: 'list',
  lines: 'list',
  type: 'list',
  mark: 'list',
  show: 'list',
  morph: 'two',
  hold: 'duration',
}

export const isVerb = (name: string): name is Verb => Object.hasOwn(verbs, name)

export const wanted: Readonly<Record<Shape, string>> = {
  list: 'one name or more: `[ana ben]`',
  way: 'a way over two names or more: `[ana > site > ben]`',
  pair: 'a pair: `[ana - ben]`',
  two: 'from one name to another: `[mallory > site]`',
  duration: 'a length of time: `[1.5s]`',
}
