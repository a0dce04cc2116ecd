'use client'

import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { REACHES, type Reach } from '#/lib/codebook/radar/rejections.ts'
import { t } from '#/lib/message/t.ts'
import { REACH_NAMES } from './reach-names.ts'

interface IgnoreMenuProps {
  /** What is ignored, for the accessible name. */
  what: string
  onIgnore: (reach: Reach) => void
  reaches?: readonly Reach[]
}

/** Says that a name means nobody known, here or further. */
export function IgnoreMenu({ what, onIgnore, reaches = REACHES }: IgnoreMenuProps) {
  const trigger = (
    <>
      {t('Ignore')} <Icon name="down" small />
    </>
  )
  return (
    <Menu label={t('Ignore {what}', { what })} trigger={trigger} triggerClassName="btn btn--quiet" align="end">
      {reaches.map((reach) => (
        <MenuItem key={reach} onSelect={() => onIgnore(reach)}>
          {REACH_NAMES[reach]}
        </MenuItem>
      ))}
    </Menu>
  )
}
