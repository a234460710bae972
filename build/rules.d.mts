export interface Rule {
  readonly folder: string
  readonly may: readonly string[]
  readonly packages: readonly string[]
  readonly because: string
}
export const rules: readonly Rule[]
export function patternsOf(rule: Rule): readonly { readonly regex: string; readonly message: string }[]
export function filesOf(rule: Rule): readonly string[]
