'use strict'
/* Extras; everything is there without them. */
{
  const rows = [...document.querySelectorAll('details.lms')]
  const filter = document.getElementById('filter')
  const none = document.getElementById('none')
  filter.parentElement.hidden = false
  const find = () => {
    const words = filter.value.trim().toLowerCase()
    const found = rows.filter((row) => row.dataset.names.includes(words))
    for (const row of rows) row.hidden = !found.includes(row)
    none.hidden = found.length > 0
    if (found.length === 1) found[0].open = true
  }
  filter.addEventListener('input', find)

  const follow = () => {
    const row = rows.find(({ id }) => `#${id}` === location.hash)
    if (!row) return
    filter.value = ''
    find()
    row.open = true
    row.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  follow()

  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy)
        button.textContent = 'Copied'
      } catch {
        button.textContent = 'Not allowed'
      }
      setTimeout(() => (button.textContent = 'Copy'), 2000)
    })
  }
}
