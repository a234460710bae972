/** Something the person at the keyboard can cure: its message is printed alone, without a stack. Everything else is a defect of ours. */
export class Failure extends Error {
  override readonly name = 'Failure'
}
