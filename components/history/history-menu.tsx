'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCollab } from '#/components/collab/collab-provider.tsx'
import { whenSaved } from '#/components/collab/when-saved.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { nameVersion } from '#/server/actions/versions.ts'
import { historyPath } from './history-path.ts'
import { NameVersionDialog } from './name-version-dialog.tsx'

/** A version holds what the server has. */
const notSavedWords = () => t('Your latest changes are not saved yet. They are safe on this device; try again in a moment.')

interface HistoryMenuProps {
  workspaceId: string
  documentId: string
  /** Whether this reader may name versions. */
  mayName: boolean
}

/** In the reader: the way to the history, and a name for the document as it is now. */
export function HistoryMenu({ workspaceId, documentId, mayName }: HistoryMenuProps) {
  const router = useRouter()
  const client = useCollab()
  const [isNaming, setNaming] = useState(false)
  const address = historyPath(workspaceId, documentId)

  const save = async (name: string): Promise<string | null> => {
    if (!(await whenSaved(client))) return notSavedWords()
    const result = await attempt(nameVersion({ workspaceId, documentId, seq: null, name }))
    if (!result.ok) return 'message' in result ? result.message : result.reason
    showToast(t('Version saved: {name}', { name }), { label: t('Open history'), run: () => router.push(address) })
    return null
  }
  return (
    <>
      <Menu
        label={t('History')}
        trigger={
          <>
            <Icon name="history" />
            <span className="hide-medium">{t('History')}</span>
            <Icon name="down" small />
          </>
        }
        align="end"
      >
        <MenuLink icon="history" href={address}>
          {t('Versions and changes')}
        </MenuLink>
        {mayName && (
          <MenuItem icon="tag" onSelect={() => setNaming(true)}>
            {t('Name this version…')}
          </MenuItem>
        )}
      </Menu>
      {isNaming && (
        <NameVersionDialog
          title={t('Name this version')}
          about={t('The text and its statements as they are now.')}
          save={save}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}
