import type { KeyboardEvent } from 'react'

/** Keeps Tab inside a box that floats over the page: after its last control comes its first, and back. Esc is the way out. */
export function wrapTab(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab') return
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea, button')].filter(
    (control) => control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility(),
  )
  const [from, to] = event.shiftKey ? [controls[0], controls.at(-1)] : [controls.at(-1), controls[0]]
  if (!to || (document.activeElement !== from && controls.includes(document.activeElement as HTMLElement))) return
  event.preventDefault()
  to.focus()
}
