/** Lints texts as if they stood in the given files: `[{ file, text }]` on stdin, the ids and messages for each on stdout. */
import { ESLint } from 'eslint'

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const eslint = new ESLint()
const results = []
for (const { file, text } of JSON.parse(Buffer.concat(chunks).toString())) {
  const [result] = await eslint.lintText(text, { filePath: file })
  results.push((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`))
}
process.stdout.write(JSON.stringify(results))
