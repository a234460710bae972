import { alignedTable } from '../../build/commands/table'
import { createProgress } from '../../build/progress'

function terminal(isTTY: boolean) {
  const seen = { text: '', time: 0 }
  const progress = createProgress({ stderr: (text) => void (seen.text += text), isTTY, now: () => seen.time })
  return { seen, progress }
}

test('prints one plain line a step with its time, and gives back what the work gave', async () => {
  const { seen, progress } = terminal(false)
  const result = await progress.step('fonts', () => {
    seen.time += 1234
    return 7
  })
  expect(result).toBe(7)
  expect(seen.text).toBe(`✓ ${'fonts'.padEnd(34)} 1.2 s\n`)
})

test('a step that fails is marked, and its error goes on', async () => {
  const { seen, progress } = terminal(false)
  await expect(progress.step('players', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(seen.text).toMatch(/^✗ players +0\.0 s\n$/)
})

test('on a terminal the last line says what runs, and is gone in the end', async () => {
  const { seen, progress } = terminal(true)
  let end: () => void = () => undefined
  const one = progress.step('one', () => new Promise<void>((resolve) => (end = resolve)))
  await progress.step('two', () => undefined)
  expect(seen.text).toContain('… one, two')
  end()
  await one
  expect(screen(seen.text)).toEqual(['✓ two', '✓ one', ''])
})

/** What a terminal shows of it: `\r\x1b[2K` wipes the line. */
function screen(text: string): readonly string[] {
  return text.split('\n').map((line) => (line.split('\r\x1b[2K').at(-1) ?? '').replace(/ +0\.0 s$/, ''))
}

test('a table aligns its columns, and carries no blank at the end of a line', () => {
  expect(
    alignedTable(
      ['file', 'size'],
      [
        ['a.zip', '1.0 KB'],
        ['longer.zip', '10.0 KB'],
      ],
      [1],
    ),
  ).toBe('file           size\na.zip        1.0 KB\nlonger.zip  10.0 KB\n')
})
