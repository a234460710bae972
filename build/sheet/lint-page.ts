/**
 * The visual lint, run inside the page: what a designer would see at once. It must stand alone, for it is sent to the browser as text.
 * Boxes of text are taken at cap height, not at line height, so that neighbours with air between them are not accused.
 */
export interface Finding {
  readonly rule: 'overlap' | 'escape' | 'small' | 'cut' | 'covered'
  readonly what: string
}

export function lintPage(): Finding[] {
  const found: Finding[] = []
  const say = (rule: Finding['rule'], what: string) => found.push({ rule, what })
  const name = (text: string | null) => `“${(text ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`
  const shown = (element: Element): boolean => {
    for (let e: Element | null = element; e && e.tagName !== 'svg'; e = e.parentElement) {
      if (e.getAttribute('display') === 'none' || Number(e.getAttribute('opacity') ?? 1) < 0.3) return false
    }
    return true
  }
  const svg = document.querySelector('svg.stage')
  if (svg) {
    const frame = svg.getBoundingClientRect()
    const matrix = (svg as SVGSVGElement).getScreenCTM()
    const scale = matrix ? matrix.a : 1
    const texts = [...svg.querySelectorAll('text')].filter((t) => shown(t) && (t.textContent ?? '').trim() !== '')
    const boxes = texts.map((t) => {
      const r = t.getBoundingClientRect()
      return { t, left: r.left + 1, right: r.right - 1, top: r.top + r.height * 0.24, bottom: r.bottom - r.height * 0.22 }
    })
    for (const { t, left, right, top, bottom } of boxes) {
      const px = Number(t.getAttribute('font-size') ?? 0) * scale
      if (px < 12 - 0.05) say('small', `${name(t.textContent)} at ${px.toFixed(1)} px`)
      if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1)
        say('escape', `${name(t.textContent)} leaves the stage`)
    }
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        const w = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (w > 1 && h > 1) say('overlap', `${name(a.t.textContent)} and ${name(b.t.textContent)}`)
      }
    })
    const shapes = [...svg.querySelectorAll('use')].filter(shown)
    for (const shape of shapes) {
      const use = shape.getAttribute('href') ?? ''
      if (use === '#door-open') continue // its swing is a thin arc: lines may pass over it
      const r = shape.getBoundingClientRect()
      for (const box of boxes) {
        const w = Math.min(box.right, r.right - 2) - Math.max(box.left, r.left + 2)
        const h = Math.min(box.bottom, r.bottom - 2) - Math.max(box.top, r.top + 2)
        if (w <= 1 || h <= 1) continue
        const inside = box.left >= r.left && box.right <= r.right && box.top >= r.top && box.bottom <= r.bottom
        const own = shape.parentElement === box.t.parentElement
        if (!(inside && own)) say('overlap', `${name(box.t.textContent)} and the shape ${use}`)
      }
    }
    for (const wall of [...svg.querySelectorAll('path.wall')].filter(shown)) {
      const r = wall.getBoundingClientRect()
      for (const box of boxes) {
        // What stands in the doorway crosses no brick, but would be cut when the door shuts.
        const w = Math.min(box.right, r.right) - Math.max(box.left, r.left)
        const h = Math.min(box.bottom, r.bottom) - Math.max(box.top, r.top)
        if (w >= Math.min(1, r.width) && h >= Math.min(1, r.height)) say('covered', `${name(box.t.textContent)} under a wall`)
      }
    }
    for (const ticket of [...svg.querySelectorAll('path.ticket')].filter(shown)) {
      const r = ticket.getBoundingClientRect()
      for (const box of boxes) {
        const own = box.t.parentElement === ticket.parentElement
        const w = Math.min(box.right, r.right) - Math.max(box.left, r.left)
        const h = Math.min(box.bottom, r.bottom) - Math.max(box.top, r.top)
        if (own && (box.left < r.left || box.right > r.right || box.top < r.top || box.bottom > r.bottom))
          say('escape', `${name(box.t.textContent)} leaves its ticket`)
        if (!own && w > 1 && h > 1) say('covered', `${name(box.t.textContent)} under a ticket`)
      }
    }
  }
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width + 1)
    say('cut', `the page is ${document.documentElement.scrollWidth} px wide in ${width}`)
  const view = { w: innerWidth, h: innerHeight }
  const chrome = [...document.querySelectorAll('#app h1, #app h2, #app p, #app button, #app kbd, #app li, #app span, #app label, #app a')]
  for (const element of chrome) {
    const style = getComputedStyle(element)
    const r = element.getBoundingClientRect()
    if (!r.width || !r.height || style.visibility === 'hidden' || r.width <= 1 || r.height <= 1) continue
    const own = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && (n.textContent ?? '').trim() !== '')
    if (!own) continue
    if (parseFloat(style.fontSize) < 12) say('small', `${name(element.textContent)} at ${style.fontSize}`)
    if (style.overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline')
      say('cut', name(element.textContent))
    if (r.right > view.w + 1 || r.left < -1) say('escape', `${name(element.textContent)} leaves the frame sideways`)
  }
  const blocks = ['header', '.stage-box', '.caption', '.dock'].map(
    (s) => [s, document.querySelector(`#app ${s}`)?.getBoundingClientRect()] as const,
  )
  blocks.forEach(([a, ra], i) => {
    for (const [b, rb] of blocks.slice(i + 1)) {
      if (!ra || !rb) continue
      const h = Math.min(ra.bottom, rb.bottom) - Math.max(ra.top, rb.top)
      const w = Math.min(ra.right, rb.right) - Math.max(ra.left, rb.left)
      if (h > 1 && w > 1) say('overlap', `${a} and ${b}`)
    }
  })
  return found
}
