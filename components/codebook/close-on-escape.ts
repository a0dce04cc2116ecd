import type { KeyboardEvent } from 'react'

/** Esc in a field of the drawer closes it, unless the field, an open menu or a dialog had a use for the key. */
export function closeOnEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (document.querySelector('dialog[open], [popover]:popover-open')) return
    event.preventDefault()
    close()
  }
}
