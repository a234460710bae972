/**
 * What a command may touch of the world outside: build/cli.ts makes it from the process, a test makes its own.
 * No command reads argv, cwd, env or the clock by itself.
 */
export interface Host {
  /** The folder of package.json: where `modules/`, `node_modules/` and `.cache/` lie. */
  readonly root: string
  /** Where the user stands: relative paths in options are relative to it. */
  readonly cwd: string
  /** The environment: where Chromium is, whether there is a desktop. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results. What a machine may read goes here and nothing else does. */
  stdout(text: string): void
  /** Progress and diagnostics. */
  stderr(text: string): void
  /** Whether a person watches stderr on a terminal: progress may then rewrite its line. */
  readonly isTTY: boolean
  /** Asks the person at the terminal for a secret, without showing it; absent where there is nobody. */
  readonly askSecret?: (question: string) => Promise<string>
  /** Milliseconds since the epoch. */
  now(): number
  /** Sets the exit code; the command returns by itself, so that output is never cut. */
  exit(code: number): void
}
