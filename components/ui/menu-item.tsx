'use client'

import Link from 'next/link'
import { type ReactNode, useContext } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'
import { Kbd } from './kbd.tsx'
import { MenuContext } from './menu-context.ts'

interface MenuItemProps {
  onSelect: () => void
  icon?: IconName
  danger?: boolean
  disabled?: boolean
  /** What does the same without the menu, shown beside it. */
  keys?: string
  children: ReactNode
}

/** A command in a `Menu`. The menu closes and gives focus back before the command runs, so that a dialog it opens returns there too. */
export function MenuItem({ onSelect, icon, danger = false, disabled = false, keys, children }: MenuItemProps) {
  const close = useContext(MenuContext)
  const select = () => {
    if (disabled) return
    close()
    onSelect()
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      className={danger ? 'menu__item menu__item--danger' : 'menu__item'}
      onClick={select}
    >
      {icon && <Icon name={icon} />}
      <span className="grow">{children}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  )
}

/** A place to go in a `Menu`. `current`: this is where we are. */
export function MenuLink({
  href,
  icon,
  current = false,
  children,
}: {
  href: string
  icon?: IconName
  current?: boolean
  children: ReactNode
}) {
  const close = useContext(MenuContext)
  return (
    <Link href={href} role="menuitem" tabIndex={-1} aria-current={current ? 'page' : undefined} className="menu__item" onClick={close}>
      {icon && <Icon name={icon} />}
      <span className="grow">{children}</span>
      {current && <Icon name="check" small />}
    </Link>
  )
}

/** One of several that exclude each other in a `Menu`. */
export function MenuChoice({
  checked,
  onSelect,
  icon,
  children,
}: {
  checked: boolean
  onSelect: () => void
  icon?: IconName
  children: ReactNode
}) {
  const close = useContext(MenuContext)
  const select = () => {
    close()
    onSelect()
  }
  return (
    <button type="button" role="menuitemradio" aria-checked={checked} tabIndex={-1} className="menu__item" onClick={select}>
      {icon && <Icon name={icon} />}
      <span className="grow">{children}</span>
      {checked && <Icon name="check" small />}
    </button>
  )
}
