import type { ReactNode } from 'react'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { DOCUMENT_STATUSES, type DocumentStatus, STATUS_NAMES } from '#/lib/document/status.ts'
import { STATUS_ICONS } from './status-mark.tsx'

interface StatusMenuProps {
  label: string
  /** What the button shows. */
  trigger: ReactNode
  triggerClassName?: string
  /** Null: of several that differ. */
  status: DocumentStatus | null
  tabIndex?: number
  onSelect: (status: DocumentStatus) => void
}

/** Sets by hand how far the team is. */
export function StatusMenu({ label, trigger, triggerClassName, status, tabIndex, onSelect }: StatusMenuProps) {
  return (
    <Menu label={label} trigger={trigger} triggerClassName={triggerClassName} tabIndex={tabIndex}>
      {DOCUMENT_STATUSES.map((each) => (
        <MenuChoice key={each} checked={each === status} icon={STATUS_ICONS[each]} onSelect={() => onSelect(each)}>
          {STATUS_NAMES[each]}
        </MenuChoice>
      ))}
    </Menu>
  )
}
