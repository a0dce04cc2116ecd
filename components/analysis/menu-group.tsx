import type { ReactNode } from 'react'

/** Items of a menu under what they have in common. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menu items
    <div role="group" aria-label={label}>
      <p className="menu__head label" aria-hidden="true">
        {label}
      </p>
      {children}
    </div>
  )
}
