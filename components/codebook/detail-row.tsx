'use client'

import type { ReactNode } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'

interface DetailRowProps {
  /** What it is, for the name of its menu. */
  label: string
  canManage: boolean
  onEdit: () => void
  onRemove: () => void
  children: ReactNode
}

/** One membership, identifier or designation, with what can be done to it. */
export function DetailRow({ label, canManage, onEdit, onRemove, children }: DetailRowProps) {
  return (
    <li className="detail">
      <div className="detail__body">{children}</div>
      {canManage && (
        <Menu label={label} triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
          <MenuItem icon="pencil" onSelect={onEdit}>
            {t('Edit')}
          </MenuItem>
          <MenuItem icon="bin" danger onSelect={onRemove}>
            {t('Remove')}
          </MenuItem>
        </Menu>
      )}
    </li>
  )
}
