'use client'

import './format-link.css'
import { useContext } from 'react'
import { MenuContext } from './menu-context.ts'

interface FormatLinkProps {
  href: string
  /** The format in a few capitals. */
  badge: string
  name: string
  /** What a file of this format keeps. */
  holds: string
}

/** A download in a `Menu`: a link, so that the browser takes it as any file, with progress, without waiting on this page. */
export function FormatLink({ href, badge, name, holds }: FormatLinkProps) {
  const close = useContext(MenuContext)
  return (
    <a href={href} role="menuitem" tabIndex={-1} className="menu__item formatlink" onClick={close}>
      <span className="fmtb">{badge}</span>
      <span>
        {name}
        <span className="formatlink__holds">{holds}</span>
      </span>
    </a>
  )
}
