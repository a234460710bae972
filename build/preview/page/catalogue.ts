/** Keeps the chosen LMS and frame, puts it into every launch link, and writes times as the reader's place does. */
import { byId } from './dom'

const KEY = 'preview-lms:chooser'
const chooser = byId('chooser') as HTMLFormElement

function apply(): void {
  const data = new FormData(chooser)
  const frame = String(data.get('frame'))
  const host = String(data.get('host'))
  const own = data.get('where') === 'window'
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/launch/"]')) {
    const url = new URL(link.href)
    url.searchParams.set('frame', frame)
    url.searchParams.set('host', host)
    if (own) url.searchParams.set('where', 'window')
    else url.searchParams.delete('where')
    link.href = url.pathname + url.search
  }
  localStorage.setItem(KEY, JSON.stringify({ frame, host, where: own ? 'window' : 'frame' }))
}

function restore(): void {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as {
    readonly frame?: string
    readonly host?: string
    readonly where?: string
  }
  for (const id of ['frame', 'host'] as const) {
    const select = byId(id) as HTMLSelectElement
    if ([...select.options].some(({ value }) => value === kept[id])) select.value = kept[id] ?? ''
  }
  for (const radio of chooser.querySelectorAll<HTMLInputElement>('input[name=where]')) {
    if (kept.where !== undefined) radio.checked = radio.value === kept.where
  }
}

const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
for (const time of document.querySelectorAll('time')) time.textContent = format.format(new Date(time.dateTime))
restore()
apply()
chooser.addEventListener('change', apply)
// Coming back from a launch by the browser's own button: what was learnt there has to show.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
