/** Where the content runs: a frame of the page, or a window of its own. And its sudden end. */
import { frameOf } from '../frames'
import { byId, h } from './dom'

export interface RoomWish {
  readonly title: string
  readonly frame: string
  readonly own: boolean
}
export interface Room {
  open(href: string): void
  /**
   * The tab of the content dies: no event, no last word. Opening a document anew takes every listener off its window and fires none, so that what
   * goes after it goes in silence, as the process of a tab does.
   */
  die(): void
  notice(text: string): void
  /** In the place of the content. */
  fail(error: unknown): void
}

export function createRoom(wish: RoomWish): Room {
  const room = byId('room')
  /** Where the content runs, as long as it runs. */
  let content: Window | null = null

  const showFrame = (href: string): void => {
    // As Moodle's #scorm_object: allowfullscreen, no sandbox, no allow. Nothing is given here that an LMS would not give.
    const frame = h('iframe', { id: 'sco', title: wish.title, allowfullscreen: true })
    const size = (id: string): void => {
      const { width, height } = frameOf(id)
      room.classList.toggle('fill', width === null)
      frame.width = width === null ? '' : String(width)
      frame.height = height === null ? '' : String(height)
    }
    size(wish.frame)
    byId('frame').addEventListener('change', (event) => {
      const id = (event.target as HTMLSelectElement).value
      size(id)
      const url = new URL(location.href)
      url.searchParams.set('frame', id)
      history.replaceState(null, '', url)
      for (const input of document.querySelectorAll<HTMLInputElement>('input[name=frame]')) input.value = id
    })
    room.append(frame)
    frame.src = href
    content = frame.contentWindow
    frame.focus()
  }
  /** Windows may only be opened by a click. What the LMS is stays here; a SCO finds it at its opener. */
  const offerWindow = (href: string): void => {
    const button = h('button', { type: 'button', class: 'button first' }, 'Open the course')
    button.addEventListener('click', () => {
      const { width, height } = frameOf((byId('frame') as HTMLSelectElement).value)
      const opened = window.open(href, 'sco', width === null ? 'popup' : `popup,width=${width},height=${height ?? 640}`)
      content = opened
      if (opened === null) notice('The browser blocked the window. Allow windows for this address, then open the course again.')
    })
    room.append(
      h('div', { class: 'own' }, h('p', {}, 'The course runs in a window of its own. Keep this page open: it is the LMS.'), button),
    )
  }
  const notice = (text: string): void => {
    const place = byId('notice')
    place.textContent = text
    place.hidden = false
  }
  return {
    open: (href) => (wish.own ? offerWindow(href) : showFrame(href)),
    die() {
      content?.document.open()
      if (wish.own) content?.close()
      content = null
      const again = h('a', { class: 'button first', href: location.href }, 'Launch again')
      room.replaceChildren(
        h('div', { class: 'own' }, h('p', { role: 'alert' }, 'The tab was killed. Nothing that it had not stored arrived.'), again),
      )
    },
    notice,
    fail: (error) =>
      room.append(h('div', { class: 'own' }, h('p', { role: 'alert' }, error instanceof Error ? error.message : String(error)))),
  }
}
