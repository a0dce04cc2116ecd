import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { QueryToSave, SavedQuery } from '#/lib/query/saved-query.ts'
import { deleteSavedQuery, saveQuery, updateSavedQuery } from '#/server/actions/saved-queries.ts'
import { SaveQueryDialog } from './save-query-dialog.tsx'
import type { ShownQuery } from './saved-query-of.ts'

interface SavedQueriesProps {
  workspaceId: string
  /** Address parameters of what is asked now. */
  address: string
  saved: readonly SavedQuery[]
  shown: ShownQuery | null
  me: string
  /** Whether the member may share queries, and delete those of others. */
  canShare: boolean
  canModerate: boolean
}

/** The queries that have a name: goes to one, keeps what is asked now, changes or deletes the one that is shown. */
export function SavedQueries({ workspaceId, address, saved, shown, me, canShare, canModerate }: SavedQueriesProps) {
  const router = useRouter()
  const [naming, setNaming] = useState<'new' | 'shown' | null>(null)
  const mine = shown !== null && shown.saved.createdBy === me

  const update = async ({ id }: SavedQuery, query: QueryToSave, done: string) => {
    const result = await attempt(updateSavedQuery(workspaceId, id, query))
    showToast(result.ok ? done : result.reason)
    if (result.ok) router.refresh()
  }
  const share = (query: SavedQuery) => {
    const { name, isShared } = query
    const done = isShared ? t('Only you see “{name}” now', { name }) : t('Everybody in the workspace sees “{name}” now', { name })
    return update(query, { name, address: query.address, isShared: !isShared }, done)
  }
  const remove = async ({ id, name, address: kept, isShared, createdBy }: SavedQuery) => {
    const result = await attempt(deleteSavedQuery(workspaceId, id))
    if (!result.ok) return showToast(result.reason)
    router.refresh()
    const again = () => void attempt(saveQuery(workspaceId, { name, address: kept, isShared })).then(() => router.refresh())
    showToast(t('Deleted the query “{name}”', { name }), createdBy === me ? { label: t('Undo'), run: again } : undefined)
  }
  return (
    <>
      {(saved.length > 0 || shown) && (
        <Menu
          align="end"
          label={t('Saved queries')}
          trigger={
            <>
              {t('Saved queries')}
              <Icon name="down" small />
            </>
          }
        >
          <Links workspaceId={workspaceId} queries={saved.filter(({ isShared }) => !isShared)} shown={shown} title={t('Mine')} />
          <Links
            workspaceId={workspaceId}
            queries={saved.filter(({ isShared }) => isShared)}
            shown={shown}
            title={t('Shared in the workspace')}
          />
          {shown && (mine || canModerate) && <hr />}
          {shown && mine && (
            <>
              <MenuItem icon="pencil" onSelect={() => setNaming('shown')}>
                {t('Rename “{name}”…', { name: shown.saved.name })}
              </MenuItem>
              {canShare && (
                <MenuItem icon="share" onSelect={() => void share(shown.saved)}>
                  {shown.saved.isShared
                    ? t('Keep “{name}” for myself', { name: shown.saved.name })
                    : t('Share “{name}”', { name: shown.saved.name })}
                </MenuItem>
              )}
            </>
          )}
          {shown && (mine || canModerate) && (
            <MenuItem icon="bin" danger onSelect={() => void remove(shown.saved)}>
              {t('Delete “{name}”', { name: shown.saved.name })}
            </MenuItem>
          )}
        </Menu>
      )}
      {shown?.isChanged && mine && (
        <Button
          onClick={() =>
            void update(shown.saved, { ...shown.saved, address }, t('Saved “{name}” as it is now', { name: shown.saved.name }))
          }
        >
          {t('Update')}
        </Button>
      )}
      {address !== '' && (!shown || shown.isChanged) && <Button onClick={() => setNaming('new')}>{t('Save query')}</Button>}
      {naming && (
        <SaveQueryDialog
          workspaceId={workspaceId}
          address={naming === 'shown' && shown ? shown.saved.address : address}
          changes={naming === 'shown' ? (shown?.saved ?? null) : null}
          canShare={canShare}
          onClose={() => setNaming(null)}
          onSaved={() => {
            setNaming(null)
            router.refresh()
          }}
        />
      )}
    </>
  )
}

interface LinksProps {
  workspaceId: string
  queries: readonly SavedQuery[]
  shown: ShownQuery | null
  title: string
}

function Links({ workspaceId, queries, shown, title }: LinksProps) {
  if (queries.length === 0) return null
  return (
    <>
      <p className="menu__head label">{title}</p>
      {queries.map(({ id, name, address }) => (
        <MenuLink key={id} href={`/w/${workspaceId}/excerpts?${address}${address && '&'}saved=${id}`} current={id === shown?.saved.id}>
          <bdi>{name}</bdi>
        </MenuLink>
      ))}
    </>
  )
}
