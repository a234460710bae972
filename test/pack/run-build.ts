/** `wsqd build` for another folder of the project: `run-build.ts <root> <out>`. Prints what the command prints; exits as it would. */
import { build } from '../../build/commands/build'
import { Failure } from '../../build/commands/failure'

const [root = '', out = ''] = process.argv.slice(2)
const host = {
  root,
  cwd: root,
  env: {},
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
  isTTY: false,
  now: () => Date.now(),
  exit: (code: number) => void (process.exitCode = code),
}
build(host, { out }).catch((error: unknown) => {
  process.stderr.write(error instanceof Failure ? `${error.message}\n` : String(error))
  process.exitCode = error instanceof Failure ? 1 : 70
})
