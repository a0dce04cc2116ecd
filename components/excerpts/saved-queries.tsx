import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { SavedQuery } from '#/lib/query/saved-query.ts'
import { deleteSavedQuery, saveQuery } from '#/server/actions/saved-queries.ts'
import { SaveQueryDialog } from './save-query-dialog.tsx'

interface SavedQueriesProps {
  workspaceId: string
  /** Address parameters of what is asked now. */
  address: string
  saved: readonly SavedQuery[]
  me: string
  /** Whether the member may share queries, and delete those of others. */
  canShare: boolean
  canModerate: boolean
}

/** The queries that have a name: goes to one, keeps the present one, deletes the one that is shown. */
export function SavedQueries({ workspaceId, address, saved, me, canShare, canModerate }: SavedQueriesProps) {
  const router = useRouter()
  const [isNaming, setNaming] = useState(false)
  const shown = saved.find((query) => query.address === address)
  const [shared, own] = [saved.filter(({ isShared }) => isShared), saved.filter(({ isShared }) => !isShared)]

  const remove = async ({ id, name, isShared, createdBy }: SavedQuery) => {
    const result = await attempt(deleteSavedQuery(workspaceId, id))
    if (!result.ok) return showToast(result.reason)
    router.refresh()
    const again = () => void attempt(saveQuery(workspaceId, { name, address, isShared })).then(() => router.refresh())
    showToast(t('Deleted the query “{name}”', { name }), createdBy === me ? { label: t('Undo'), run: again } : undefined)
  }
  const links = (queries: readonly SavedQuery[], title: string) =>
    queries.length > 0 && (
      <>
        <p className="menu__head label">{title}</p>
        {queries.map((query) => (
          <MenuLink key={query.id} href={`/w/${workspaceId}/excerpts?${query.address}`} current={query === shown}>
            <bdi>{query.name}</bdi>
          </MenuLink>
        ))}
      </>
    )
  return (
    <>
      <Menu
        align="end"
        label={shown ? t('Saved queries: {name}', { name: shown.name }) : t('Saved queries')}
        trigger={
          <>
            <span className="clip">{shown ? shown.name : t('Saved queries')}</span>
            <Icon name="down" small />
          </>
        }
      >
        {links(own, t('Mine'))}
        {links(shared, t('Shared in the workspace'))}
        {saved.length > 0 && <hr />}
        <MenuItem icon="plus" onSelect={() => setNaming(true)}>
          {t('Save this query…')}
        </MenuItem>
        {shown && (shown.createdBy === me || canModerate) && (
          <MenuItem icon="bin" danger onSelect={() => void remove(shown)}>
            {t('Delete “{name}”', { name: shown.name })}
          </MenuItem>
        )}
      </Menu>
      {isNaming && (
        <SaveQueryDialog
          workspaceId={workspaceId}
          address={address}
          name={shown?.name ?? ''}
          canShare={canShare}
          onClose={() => setNaming(false)}
          onSaved={() => {
            setNaming(false)
            router.refresh()
          }}
        />
      )}
    </>
  )
}
