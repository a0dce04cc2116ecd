import type { KeyboardEvent } from 'react'

/**
 * Moves focus between the rows of a list by ↑ ↓ Home End; answers the row that got it, undefined when the key was
 * another one or there is nowhere to go.
 * @param selector of what takes focus in a row
 */
export function nextRow(event: KeyboardEvent<HTMLElement>, selector: string): HTMLElement | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const at = rows.indexOf((event.target as HTMLElement).closest<HTMLElement>(selector) as HTMLElement)
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key]
  if (!next || at < 0) return undefined
  event.preventDefault()
  next.focus()
  return next
}
