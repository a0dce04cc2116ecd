'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { takeBack } from '#/components/codebook/offer-undo.ts'
import { takeBackImport } from '#/components/codebook-exchange/take-back-import.ts'
import { NameVersionDialog } from '#/components/history/name-version-dialog.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { ToldVersion } from '#/lib/codebook/history.ts'
import { t } from '#/lib/message/t.ts'
import { unnameCodebookVersion } from '#/server/actions/codebook-history.ts'
import { historyPath } from './history-place.ts'
import { useNameVersion } from './use-name-version.ts'

interface VersionMenuProps {
  workspaceId: string
  version: number
  /** The present version. */
  present: number
  /** The name it has. */
  name: string | undefined
  canManage: boolean
  undoAs: ToldVersion['undoAs']
}

/** What can be done with a version: compared, named. */
export function VersionMenu({ workspaceId, version, present, name, canManage, undoAs }: VersionMenuProps) {
  const router = useRouter()
  const [naming, setNaming] = useState(false)
  const save = useNameVersion(workspaceId, version)
  const unname = async () => {
    const result = await attempt(unnameCodebookVersion(workspaceId, version))
    if (!result.ok) return showToast(result.reason)
    router.refresh()
    showToast(t('Version {version} has no name any more', { version }), { label: t('Undo'), run: () => void save(name ?? '') })
  }
  const undo = async () => {
    if (undoAs === 'merge') await takeBack(workspaceId, version, () => router.refresh())
    else await takeBackImport(workspaceId, version, t('Version {version}', { version }), () => router.refresh())
  }
  return (
    <>
      <Menu label={t('Version {version}', { version })} triggerClassName="ibtn" trigger={<Icon name="more" />} align="end">
        <MenuLink href={historyPath(workspaceId, { compare: { from: version - 1, to: version } })}>
          {t('Compare with the version before')}
        </MenuLink>
        {version < present && (
          <MenuLink href={historyPath(workspaceId, { compare: { from: version, to: present } })}>{t('Compare with now')}</MenuLink>
        )}
        {canManage && undoAs && (
          <MenuItem icon="history" onSelect={() => void undo()}>
            {t('Take this change back')}
          </MenuItem>
        )}
        {canManage && (
          <MenuItem icon="tag" onSelect={() => setNaming(true)}>
            {name ? t('Rename this version') : t('Name this version')}
          </MenuItem>
        )}
        {canManage && name && (
          <MenuItem icon="x" onSelect={() => void unname()}>
            {t('Take the name away')}
          </MenuItem>
        )}
      </Menu>
      {naming && (
        <NameVersionDialog title={t('Name version {version}', { version })} name={name} save={save} onClose={() => setNaming(false)} />
      )}
    </>
  )
}
