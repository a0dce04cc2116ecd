import { type KeyboardEvent, type RefObject, useRef } from 'react'

const ITEMS = '[role^="menuitem"]:not([aria-disabled="true"])'

/** The keys of an open menu, a popover: arrows, Home, End and first letters move, Tab closes it. */
export function useMenuKeys(menu: RefObject<HTMLElement | null>) {
  const typed = useRef({ text: '', at: 0 })
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = nextItem(event, all, at, typed.current)
    if (event.key === 'Tab') menu.current?.hidePopover()
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
  return { onKeyDown, focusFirst: () => items()[0]?.focus() }
}

/** The item a key moves to, or undefined when the key is none of the menu's. Typed letters within 600 ms make one search. */
function nextItem(event: KeyboardEvent, items: HTMLElement[], at: number, typed: { text: string; at: number }): HTMLElement | undefined {
  const count = items.length
  if (event.key === 'ArrowDown') return items[(at + 1) % count]
  if (event.key === 'ArrowUp') return items[(Math.max(at, 0) + count - 1) % count]
  if (event.key === 'Home') return items[0]
  if (event.key === 'End') return items.at(-1)
  if (event.key.length !== 1 || event.key === ' ' || event.metaKey || event.ctrlKey || event.altKey) return undefined
  typed.text = event.timeStamp - typed.at < 600 ? typed.text + event.key.toLowerCase() : event.key.toLowerCase()
  typed.at = event.timeStamp
  const from = typed.text.length === 1 ? at + 1 : Math.max(at, 0)
  const order = [...items.slice(from), ...items.slice(0, from)]
  return order.find((item) => item.textContent?.trim().toLowerCase().startsWith(typed.text))
}
