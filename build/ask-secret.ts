/** A question on the terminal whose answer is not shown, nor kept in a history. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

export const askSecret =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) =>
  (question: string): Promise<string> =>
    new Promise((resolve) => {
      output.write(question)
      // What readline would echo goes nowhere.
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
      const reader = createInterface({ input, output: nowhere, terminal: true, historySize: 0 })
      reader.question('', (answer) => {
        reader.close()
        output.write('\n')
        resolve(answer)
      })
    })
