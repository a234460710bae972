/** Diagnostics as people read them: grouped by file the way every unified tool prints them, or one to a line. */
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import type { Diagnostic } from './diagnostic'

/** `04-media-flows/screenplay.md:12:3: error WSQD206: …`, with a line end. Terminals and editors open it from there. */
export const diagnosticText = (diagnostic: Diagnostic): string =>
  `${place(diagnostic)}: ${diagnostic.severity} ${diagnostic.code}: ${sentence(diagnostic)}\n`

/** All of them under their files, with a count below. */
export function diagnosticReport(diagnostics: readonly Diagnostic[], color = false): string {
  const files = [...new Set(diagnostics.map(({ at }) => at.file))].map((path) => {
    const file = new VFile({ path: `modules/${path}` })
    for (const diagnostic of diagnostics) if (diagnostic.at.file === path) file.messages.push(message(diagnostic))
    return file
  })
  return reporter(files, { color, quiet: true })
}

/** What a machine reads: flat, with the path as it is in the project. */
export const diagnosticJson = ({ code, severity, at, found, expected, cure }: Diagnostic) => ({
  code,
  severity,
  file: `modules/${at.file}`,
  line: at.line,
  column: at.column,
  found,
  expected,
  cure,
})

function message(diagnostic: Diagnostic): VFileMessage {
  const { at, code, severity } = diagnostic
  const made = new VFileMessage(sentence(diagnostic), { place: { line: at.line, column: at.column }, ruleId: code, source: 'wsqd' })
  made.fatal = severity === 'error'
  return made
}

const place = ({ at }: Diagnostic): string => `modules/${at.file}:${at.line}:${at.column}`
const sentence = ({ found, expected, cure }: Diagnostic): string => `found ${found}; expected ${expected}; cure: ${cure}`
