/** Who is in the demo: four intakes with their habits. Nobody is real, and the addresses lead nowhere. */
import type { Person } from '../terms'
import { dice, seedOf } from './random'

export interface DemoPerson extends Person {
  readonly account: { readonly homePage: string; readonly name: string }
  /** Standard normal: how well they understand. */
  readonly ability: number
  /** How long they look, of the time a screen runs. */
  readonly pace: number
  /** 0–1: what keeps them going. */
  readonly will: number
  /** Mean days between two sessions. */
  readonly gap: number
  /** When they are invited; they begin some days later. */
  readonly from: number
  /** They never do. */
  readonly never: boolean
  /** Comes back to the same screen again and again. */
  readonly stuck: boolean
}

const HOME = 'https://lms.example'
const WEEK = 7 * 86_400_000
const INTAKES = [
  { cohort: 'Intake June', weeks: 24, size: 68 },
  { cohort: 'Intake August', weeks: 15, size: 84 },
  { cohort: 'Intake October', weeks: 7, size: 92 },
  { cohort: 'Intake November', weeks: 3, size: 76 },
] as const

export const demoPeople = (seed: number, asOf: number): readonly DemoPerson[] => {
  const names = new Set<string>()
  return INTAKES.flatMap(({ cohort, weeks, size }) =>
    Array.from({ length: size }, (_, i): DemoPerson => {
      const { roll, chance, normal, pick } = dice(seedOf(`${cohort} ${i}`, seed))
      let label = ''
      do label = `${pick(FIRST)} ${pick(LAST)}`
      while (names.has(label))
      names.add(label)
      const account = { homePage: HOME, name: accountName(label) }
      return {
        actor: `${account.homePage} ${account.name}`,
        account,
        label,
        cohort,
        ability: normal(0, 1),
        pace: Math.max(0.7, normal(1.12, 0.22)),
        will: Math.min(1, Math.max(0.25, normal(0.85, 0.2))),
        gap: 1.5 + roll() * 6,
        from: asOf - weeks * WEEK + roll() * 5 * 86_400_000,
        never: chance(0.09),
        stuck: chance(0.035),
      }
    }),
  )
}

const accountName = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')

const FIRST =
  'Aino Amara Amir Ana Anil Aoife Arne Asha Ayşe Beatriz Chidi Chloé Dana Daniel Dmitri Elif Emeka Emil Farah Felix Fumiko Gabriel Greta Hana Hugo Ines Ivo Jakob Jana Jonas Kaito Kemal Lars Leila Lena Linh Lucía Luka Maja Marek Mateo Mei Mina Nadia Nikhil Nils Noor Olga Omar Paula Petr Priya Rafael Rosa Samir Sanne Sofia Tariq Thandi Tomás Uma Viktor Wei Yara Yusuf Zoë'.split(
    ' ',
  )
const LAST =
  'Abe Adeyemi Almeida Andersen Bakker Bauer Berg Bianchi Björk Castro Chen Costa Das Demir Diaz Dubois Eriksen Fischer Flores Garcia Haddad Hansen Horvat Huang Ibrahim Ito Jansen Jensen Kaya Keller Khan Kim Kovács Kumar Larsen Lehmann Leroy Lopez Mäkinen Martin Mbeki Meyer Moreau Mwangi Nakamura Nguyen Novak Okafor Park Patel Pereira Petrov Reyes Rossi Sato Schmid Silva Singh Tanaka Varga Vega Weber Yılmaz Zhang'.split(
    ' ',
  )
