/** Small things: the colours, finding a learner, and paper, where nothing can be opened. */

/** The device's wish until somebody presses the switch. */
export const switchTheme = (window: Window): void => {
  const { document } = window
  const button = document.querySelector<HTMLButtonElement>('#theme')
  if (!button) return
  const wish = window.matchMedia('(prefers-color-scheme: dark)')
  const isDark = (): boolean => (document.documentElement.dataset['theme'] ?? (wish.matches ? 'dark' : 'light')) === 'dark'
  const show = (): void => button.setAttribute('aria-pressed', String(isDark()))
  button.addEventListener('click', () => {
    document.documentElement.dataset['theme'] = isDark() ? 'light' : 'dark'
    show()
  })
  wish.addEventListener('change', show)
  show()
}

/** Rows of people whose name has these letters. Returns what does it again for new rows. */
export const findLearner = (document: Document): (() => void) => {
  const field = document.querySelector<HTMLInputElement>('#find')
  const find = (): void => {
    const sought = field?.value.trim().toLowerCase() ?? ''
    for (const row of document.querySelectorAll<HTMLTableRowElement>('#learners tbody tr, #help tbody tr')) {
      row.hidden = sought !== '' && !(row.cells[0]?.textContent ?? '').toLowerCase().includes(sought)
    }
  }
  field?.addEventListener('input', find)
  return find
}

/** On paper everything is open; afterwards as it was. */
export const openForPaper = (window: Window): void => {
  let opened: readonly HTMLDetailsElement[] = []
  window.addEventListener('beforeprint', () => {
    opened = [...window.document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const one of opened) one.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false
  })
}

/** A link to what lies in something shut opens it. */
export const openTarget = (window: Window): void => {
  const open = (): void => {
    const id = window.location.hash.slice(1)
    for (let one = id ? window.document.getElementById(id)?.parentElement : null; one; one = one.parentElement) {
      if (one instanceof HTMLDetailsElement) one.open = true
    }
  }
  window.addEventListener('hashchange', open)
  open()
}
