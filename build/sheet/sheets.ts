/** Contact sheets: one PNG a screen and theme, every beat's and every case's last frame, wide above tall, with what is said. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Module, Screen } from '../../src/model/course'
import { momentsOfScreen, NAME_SHIM, openViewer, type FrameSize } from './gallery'

const shapes: Readonly<Record<'wide' | 'tall', FrameSize>> = { wide: { width: 1280, height: 800 }, tall: { width: 650, height: 820 } }

export async function drawSheets(
  browser: Browser,
  url: string,
  module: Module,
  folder: string,
  only: readonly string[] = [],
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    const viewers = { wide: await openViewer(browser, url, shapes.wide, theme), tall: await openViewer(browser, url, shapes.tall, theme) }
    for (const screen of module.screens.filter((s) => !only.length || only.includes(s.id))) {
      const shots: Record<'wide' | 'tall', string[]> = { wide: [], tall: [] }
      for (const shape of ['wide', 'tall'] as const) {
        for (const moment of momentsOfScreen(screen)) {
          await viewers[shape].show(moment)
          const png = await viewers[shape].page.locator('svg.stage').screenshot({ animations: 'disabled' })
          shots[shape].push(`data:image/png;base64,${png.toString('base64')}`)
        }
      }
      const file = join(folder, `${screen.id}.${theme}.png`)
      await compose(browser, screen, shots, theme, file)
      files.push(file)
    }
    await viewers.wide.close()
    await viewers.tall.close()
  }
  return files
}

/** The sheet itself is a page, photographed whole. Texts are set as text, never as markup. */
async function compose(
  browser: Browser,
  screen: Screen,
  shots: Readonly<Record<'wide' | 'tall', readonly string[]>>,
  theme: 'light' | 'dark',
  path: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1800, height: 900 } })
  await page.evaluate(NAME_SHIM)
  await page.evaluate(
    ({ title, beats, shots, dark }) => {
      const add = (parent: Element, name: string, style: string, text = ''): HTMLElement => {
        const element = document.createElement(name)
        element.setAttribute('style', style)
        element.textContent = text
        parent.append(element)
        return element
      }
      const [ink, paper] = dark ? ['#ece8de', '#11151b'] : ['#1b2430', '#fbfaf7']
      document.body.setAttribute('style', `margin:20px;background:${paper};color:${ink};font:16px/1.35 system-ui,sans-serif`)
      add(document.body, 'h1', 'font-size:24px;margin:0 0 12px', title)
      for (const [shape, columns] of [
        ['wide', 3],
        ['tall', 6],
      ] as const) {
        const grid = add(document.body, 'main', `display:grid;grid-template-columns:repeat(${columns},1fr);gap:14px;margin-bottom:20px`)
        shots[shape].forEach((src, i) => {
          const figure = add(grid, 'figure', `margin:0;border:1px solid #8886;padding:6px`)
          add(figure, 'img', 'width:100%;display:block').setAttribute('src', src)
          add(figure, 'figcaption', 'padding-top:4px', `${i + 1}. ${beats[i] ?? ''}`)
        })
      }
    },
    {
      title: screen.title,
      beats: [...screen.beats.map((b) => b.say), ...screen.stage.cases.map((c) => `${c.label} … ${c.option}`)],
      shots,
      dark: theme === 'dark',
    },
  )
  await page.waitForFunction(() => [...document.images].every((i) => i.complete && i.naturalWidth > 0))
  await page.screenshot({ path, fullPage: true })
  await page.close()
}
