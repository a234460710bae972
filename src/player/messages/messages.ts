import { en, type Messages } from './en'

const languages: Readonly<Record<string, Messages>> = { en }

/** The player's own words in a language; English where it has none. */
export const messagesFor = (lang: string): Messages => languages[lang.slice(0, 2).toLowerCase()] ?? en
