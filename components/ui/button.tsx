'use client'

import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.ts'

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'default' | 'primary' | 'quiet' | 'danger'
  /** 40 px high, for entry screens. */
  large?: boolean
  icon?: IconName
  /** Work is under way: the button stays focusable, answers no click and says so. */
  busy?: boolean
}

/** A button with a verb on it. Default `type` is "button". */
export function Button({ look = 'default', large = false, icon, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  const classes = ['btn', look !== 'default' && `btn--${look}`, large && 'btn--lg', className].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
