/** What the zip lint says. A package with any finding is not written. */
export interface Finding {
  /** The rule's name, stable: tests and docs quote it. */
  readonly rule: string
  /** The entry of the zip it is about; '' for the zip itself. */
  readonly file: string
  readonly found: string
  readonly expected: string
  readonly cure: string
}

export function findingText(finding: Finding): string {
  const place = finding.file === '' ? 'the zip' : finding.file
  return `${finding.rule}: ${place}: found ${finding.found}; expected ${finding.expected}. ${finding.cure}`
}
