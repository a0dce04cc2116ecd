'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { TypedConfirm } from '#/components/ui/typed-confirm.tsx'
import { BIN_DAYS } from '#/lib/bin/deadline.ts'
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
        Nobody gets in any more, also in pages that are open. An owner can bring the workspace back for {BIN_DAYS} days; then it is deleted
        for good.
      </p>
      <div>
        <Button look="danger" icon="bin" onClick={() => setAsking(true)}>
          Delete this workspace
        </Button>
      </div>
      <TypedConfirm
        open={asking}
        title="Delete this workspace?"
        name={name}
        noun="name"
        confirmLabel="Delete workspace"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        <p>All its members lose access at once. Its documents, statements, actors and themes wait {BIN_DAYS} days in the bin.</p>
      </TypedConfirm>
    </>
  )
}
