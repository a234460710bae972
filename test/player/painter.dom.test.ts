import type { Scene } from '../../src/model/scene'
import { createPainter } from '../../src/player/paint/painter'
import { polyline } from '../../src/player/paint/polyline'
import { frameAt } from '../../src/scene/frame-at'
import { dense, knockTall, knockWide } from '../fixtures/tiny-scenes'

function mount(scene: Scene) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg') as SVGSVGElement
  const painter = createPainter(svg, scene)
  return { svg, painter, at: (time: number) => painter.paint(frameAt(scene, time)) }
}

describe('the painter', () => {
  test('seeking paints what playing paints', () => {
    for (const scene of [knockWide, knockTall]) {
      const played = mount(scene)
      for (let time = 0; time <= 20_000; time += 137) played.at(time)
      played.at(9_000)
      const sought = mount(scene)
      sought.at(9_000)
      expect(normal(played.svg)).toBe(normal(sought.svg))
    }
  })
  test('a frame that changed nothing touches nothing', async () => {
    const { svg, at } = mount(dense(50, 10_000))
    at(10_000)
    let changes = 0
    const observer = new MutationObserver((list) => void (changes += list.length))
    observer.observe(svg, { attributes: true, childList: true, subtree: true, characterData: true })
    at(11_000)
    at(12_000)
    await Promise.resolve()
    expect(changes).toBe(0)
  })
  test('nodes lie in their regions, at 0 they are not there, and text runs keep their classes', () => {
    const { svg, at } = mount(knockWide)
    at(0)
    expect(svg.querySelector('[data-id="packet"]')?.getAttribute('display')).toBe('none')
    expect(svg.querySelector('[data-id="ana"] text:nth-of-type(2)')?.innerHTML).toBe('<tspan class="m soft">192.168.1.5</tspan><tspan class="m bold ca">:50004</tspan>') // prettier-ignore
    at(7_000)
    expect(svg.querySelector('[data-id="packet"]')?.hasAttribute('display')).toBe(false)
  })
  test('a token is turned, then scaled, then mirrored about itself', () => {
    const { svg, at } = mount(knockTall)
    at(0)
    expect(svg.querySelector('[href="#door-open"]')?.getAttribute('transform')).toBe('translate(230 676) rotate(90) scale(-1.45 1.45)')
  })
  test('cleared, nothing is left', () => {
    const { svg, painter, at } = mount(knockWide)
    at(0)
    painter.clear()
    expect(svg.childNodes).toHaveLength(0)
  })
})

describe('a line cut to its share', () => {
  const points = [
    [0, 0],
    [100, 0],
    [100, 50],
  ] as const
  test('goes along its points', () => {
    expect([0, 0.5, 2 / 3, 0.9, 1].map((share) => polyline(points, share))).toEqual(['', 'M0 0L75 0', 'M0 0L100 0L100 0', 'M0 0L100 0L100 35', 'M0 0L100 0L100 50']) // prettier-ignore
  })
  test('of no length is a point, whatever the share', () => {
    expect(polyline([[3, 3], [3, 3]], 0.5)).toMatch(/^M3 3/) // prettier-ignore
  })
})

/** Attributes in the order of their names: the way there may have set them in another. */
const normal = (svg: SVGSVGElement): string =>
  [...svg.querySelectorAll('*')]
    .map((element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`)
      return `${element.nodeName} ${attributes.sort().join(' ')} ${element.childElementCount ? '' : element.textContent}`
    })
    .join('\n')
