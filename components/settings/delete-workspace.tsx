'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { TypedConfirm } from '#/components/ui/typed-confirm.tsx'
import { BIN_DAYS } from '#/lib/bin/deadline.ts'
import { t } from '#/lib/message/t.ts'
import { deleteWorkspace } from '#/server/actions/workspaces.ts'

/** Puts the whole workspace into the bin. For owners. */
export function DeleteWorkspace({ workspaceId, name }: { workspaceId: string; name: string }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const remove = async (typed: string) => {
    const result = await attempt(deleteWorkspace(workspaceId, typed))
    if (!result.ok) return result.reason
    router.push('/workspaces')
    return null
  }
  return (
    <>
      <p className="muted">
        {t(
          'Nobody gets in any more, also in pages that are open. An owner can bring the workspace back for {bindays} days; then it is deleted for good.',
          { bindays: BIN_DAYS },
        )}
      </p>
      <div>
        <Button look="danger" icon="bin" onClick={() => setAsking(true)}>
          {t('Delete this workspace')}
        </Button>
      </div>
      <TypedConfirm
        open={asking}
        title={t('Delete this workspace?')}
        name={name}
        noun="name"
        confirmLabel={t('Delete workspace')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        <p>
          {t('All its members lose access at once. Its documents, statements, actors and themes wait {bindays} days in the bin.', {
            bindays: BIN_DAYS,
          })}
        </p>
      </TypedConfirm>
    </>
  )
}
