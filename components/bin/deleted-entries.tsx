'use client'

import { useRouter } from 'next/navigation'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { restoreActor, restoreTheme } from '#/server/actions/codebook.ts'
import { DeletedWhen } from './deleted-when.tsx'

interface DeletedEntry {
  id: string
  kind: 'actor' | 'theme'
  name: string
  deletedAt: Date
  deletedBy: string | null
}

/** Deleted actors and themes. They have no day to go: statements still refer to them. */
export function DeletedEntries({ workspaceId, entries }: { workspaceId: string; entries: readonly DeletedEntry[] }) {
  const router = useRouter()
  const bringBack = async ({ id, kind, name }: DeletedEntry) => {
    const restore = kind === 'actor' ? restoreActor : restoreTheme
    const result = await attempt(restore(workspaceId, { id, children: [] }))
    showToast(result.ok ? t('⁨{name}⁩ is back', { name }) : result.reason)
    router.refresh()
  }
  return (
    <ActionGrid
      label={t('Deleted actors and themes')}
      className="bintable"
      columns={[{ name: t('Name') }, { name: t('Sort'), className: 'hide-small' }]}
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <span className="name" dir="auto">
              {entry.name}
            </span>
            <span className="muted">
              <DeletedWhen {...entry} />
            </span>
          </td>
          <td className="muted hide-small">{entry.kind === 'actor' ? t('Actor') : t('Theme')}</td>
          <td className="r">
            <Button aria-label={t('Bring {entry} back', { entry: entry.name })} onClick={() => bringBack(entry)}>
              {t('Bring back')}
            </Button>
          </td>
        </tr>
      ))}
    </ActionGrid>
  )
}
