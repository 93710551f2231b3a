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
