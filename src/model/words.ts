/**
 * The player's own words in one language, as they lie in the launch page (`#messages`) and as `messages-<lang>.json` in the zip: compiled by the
 * build from ICU MessageFormat, so that the player needs no parser.
 */
export interface Words {
  /** BCP 47. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Names of the arguments a message has, parted by blanks, in the order in which the player gives them. */
  readonly takes: Readonly<Record<string, string>>
  readonly say: Readonly<Record<string, Message>>
}

/** A message without arguments is its text. */
export type Message = string | readonly Part[]
export type Part = string | Argument | Choice
/** The argument of this name; a number is written as the language writes it. */
export type Argument = readonly [name: string]
/** One of the messages: by plural category or `=n` (p), by ordinal category (o), by value (s). Each has `other`. */
export type Choice = readonly [name: string, by: 'p' | 'o' | 's', messages: Readonly<Record<string, Message>>]
