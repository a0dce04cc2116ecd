'use client'

import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { hasLostFocus } from './has-lost-focus.ts'
import { MenuContext } from './menu-context.ts'
import { placeBelow } from './place-below.ts'
import { useMenuKeys } from './use-menu-keys.ts'

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

/** A button that opens a menu: arrows, Home, End and first letters move, Esc closes and focus returns to the button. */
export function Menu({ trigger, label, triggerClassName = 'btn btn--quiet', align = 'start', tabIndex, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const { onKeyDown, focusFirst } = useMenuKeys(menu)

  const close = () => menu.current?.hidePopover()

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const opened = event.newState === 'open'
    setOpen(opened)
    if (!opened && hasLostFocus(menu.current)) button.current?.focus() // it was opened by a key, not from the button
    if (!opened || !button.current || !menu.current) return
    placeBelow(menu.current, button.current, align)
    focusFirst()
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
