import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromiumArgs, ensureChromium, findChromium } from '../../build/browser'

function program(name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'wsqd-browser-')), name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

test('CHROME_PATH comes first, then PATH, and names what is wrong with it', () => {
  const own = program('my-browser')
  const usual = program('google-chrome')
  const PATH = ['/nowhere', join(usual, '..')].join(delimiter)
  expect(findChromium({ CHROME_PATH: own, PATH })).toBe(own)
  expect(findChromium({ PATH })).toBe(usual)
  expect(findChromium({ CHROME_PATH: '', PATH })).toBe(usual)
  expect(findChromium({ CHROME_PATH: '/nowhere/chrome', PATH })).toBeNull()
  expect(() => ensureChromium({ CHROME_PATH: '/nowhere/chrome', PATH })).toThrow(
    'CHROME_PATH is "/nowhere/chrome", and there is no program there.',
  )
})

test('the sandbox is only given up for root', () => {
  expect(chromiumArgs(true)).toContain('--no-sandbox')
  expect(chromiumArgs(false)).not.toContain('--no-sandbox')
})
