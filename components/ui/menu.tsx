'use client'

import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { hasLostFocus } from './has-lost-focus.ts'
import { MenuContext } from './menu-context.ts'
import { placeBelow } from './place-below.ts'

interface MenuProps {
  /** What the button shows. */
  trigger: ReactNode
  /** The button's accessible name, when its words are not enough. */
  label?: string
  triggerClassName?: string
  /** Which edges of button and menu meet. */
  align?: 'start' | 'end'
  /** -1 takes the button out of the tab order, for rows of a list with one tab stop. */
  tabIndex?: number
  /** `MenuItem`, `MenuLink`, `MenuChoice`, `<hr />`, and `<p className="menu__head label">`. */
  children: ReactNode
}

const ITEMS = '[role^="menuitem"]:not([aria-disabled="true"])'

/** A button that opens a menu: arrows, Home, End and first letters move, Esc closes and focus returns to the button. */
export function Menu({ trigger, label, triggerClassName = 'btn btn--quiet', align = 'start', tabIndex, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const typed = useRef({ text: '', at: 0 })

  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])]
  const close = () => menu.current?.hidePopover()

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const opened = event.newState === 'open'
    setOpen(opened)
    if (!opened && hasLostFocus(menu.current)) button.current?.focus() // it was opened by a key, not from the button
    if (!opened || !button.current || !menu.current) return
    placeBelow(menu.current, button.current, align)
    items()[0]?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = nextItem(event, all, at, typed.current)
    if (event.key === 'Tab') close()
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }

  return (
    <>
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        className={triggerClassName}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        tabIndex={tabIndex}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          menu.current?.showPopover()
        }}
      >
        {trigger}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-labelledby={`${id}-button`}
        className="menu"
        tabIndex={-1}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        <MenuContext value={close}>{children}</MenuContext>
      </div>
    </>
  )
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
