// Enhancements only: every page works without this script.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const { components } = document.getElementById('huizhu-script').dataset
const { initAll } = await import(components)
initAll()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// Paper cannot be opened: unfold the details while printing.
const folded = () => document.querySelectorAll('details:not([open])')
window.addEventListener('beforeprint', () => folded().forEach(details => {
  details.open = true
  details.dataset.unfolded = ''
}))
window.addEventListener('afterprint', () => document.querySelectorAll('[data-unfolded]').forEach(details => {
  details.open = false
  delete details.dataset.unfolded
}))

// What is under way shows how far it is, until it is done; a link does the same without this script.
const refresh = part => setTimeout(async () => {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
    const next = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id)
    if (next && next.dataset.refresh) {
      // Whoever stands inside is not thrown out.
      if (!part.contains(document.activeElement)) part.replaceChildren(...next.childNodes)
    } else if (next) {
      location.reload()
      return
    }
  } catch { /* the line is down: try again */ }
  refresh(part)
}, Number(part.dataset.refresh) * 1000)
document.querySelectorAll('[data-refresh]').forEach(refresh)

// A file that would be refused need not be sent first.
for (const form of document.querySelectorAll('form[data-largest]')) {
  const input = form.querySelector('input[type=file]')
  input.addEventListener('change', () => {
    const [file] = input.files
    input.setCustomValidity(file && file.size > Number(form.dataset.largest) ? form.dataset.tooLarge : '')
    input.reportValidity()
  })
}
