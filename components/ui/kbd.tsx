import type { ReactNode } from 'react'

/** A key of the keyboard as a hint beside a command. Screen readers get it from `aria-keyshortcuts` on the control, so it is hidden from them. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  )
}
