'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DeletedWhen } from '#/components/bin/deleted-when.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
import { bringBackWorkspace } from '#/server/actions/workspaces.ts'

interface BinnedWorkspace {
  id: string
  name: string
  deletedAt: Date
  deletedBy: string | null
  /** When nothing brings it back any more. */
  goneAt: Date
}

/** Workspaces in the bin, for their owners. */
export function BinnedWorkspaces({ workspaces }: { workspaces: readonly BinnedWorkspace[] }) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const bringBack = async ({ id, name }: BinnedWorkspace) => {
    setBusy(id)
    const result = await attempt(bringBackWorkspace(id))
    setBusy(null)
    if (!result.ok) return showToast(result.reason)
    showToast(t('⁨{name}⁩ is open again', { name }))
    router.push(`/w/${id}/documents`)
  }
  return (
    <section className="entry__binned" aria-labelledby="binned-workspaces">
      <h2 id="binned-workspaces">{t('Deleted workspaces')}</h2>
      <ul>
        {workspaces.map((workspace) => (
          <li key={workspace.id}>
            <span className="grow">
              <bdi className="clip">{workspace.name}</bdi>
              <span className="muted">
                <DeletedWhen {...workspace} />
                {t(', for good on {goneAt}', { goneAt: shortDateOf(workspace.goneAt) })}
              </span>
            </span>
            <Button
              busy={busy === workspace.id}
              aria-label={t('Bring {workspace} back', { workspace: workspace.name })}
              onClick={() => bringBack(workspace)}
            >
              {t('Bring back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
