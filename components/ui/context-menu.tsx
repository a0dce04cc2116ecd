'use client'

import { type ReactNode, type ToggleEvent, useLayoutEffect, useRef } from 'react'
import { hasLostFocus } from './has-lost-focus.ts'
import { MenuContext } from './menu-context.ts'
import { useMenuKeys } from './use-menu-keys.ts'

/** Where a context menu opens. */
export interface MenuPlace {
  /** Of the pointer, px from the top left of the window. */
  x: number
  y: number
  /** What was asked about: it gets the focus back. */
  from: HTMLElement
}

/** Room kept to the edges of the window, px. */
const MARGIN = 8

/** A menu at the pointer, open as long as it is mounted; the same items and keys as `Menu`. */
export function ContextMenu({ at, label, onClose, children }: { at: MenuPlace; label: string; onClose: () => void; children: ReactNode }) {
  const menu = useRef<HTMLDivElement>(null)
  const { onKeyDown, focusFirst } = useMenuKeys(menu)
  const close = () => menu.current?.hidePopover()
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens anew for every place that was asked about
  useLayoutEffect(() => {
    const { current } = menu
    if (!current) return
    if (!current.matches(':popover-open')) current.showPopover()
    const { width, height } = current.getBoundingClientRect()
    current.style.left = `${Math.max(MARGIN, Math.min(at.x, innerWidth - width - MARGIN))}px`
    current.style.top = `${Math.max(MARGIN, Math.min(at.y, innerHeight - height - MARGIN))}px`
    focusFirst()
  }, [at])
  const onToggle = ({ newState }: ToggleEvent) => {
    if (newState !== 'closed') return
    if (hasLostFocus(menu.current)) at.from.focus()
    onClose()
  }
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      className="menu"
      tabIndex={-1}
      onToggle={onToggle}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      <MenuContext value={close}>{children}</MenuContext>
    </div>
  )
}
