'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { createWorkspace } from '#/server/actions/workspaces.ts'

/** Names a new workspace and opens it. */
export function CreateWorkspaceForm({ autoFocus = false }: { autoFocus?: boolean }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const name = String(new FormData(event.currentTarget).get('name'))
    setBusy(true)
    const result = await attempt(createWorkspace({ name }))
    if (result.ok) return router.push(`/w/${result.workspaceId}/documents`)
    setBusy(false)
    setError(result.reason)
  }

  return (
    <form aria-label={t('New workspace')} method="post" onSubmit={submit}>
      <TextInput
        label={t('Name of the workspace')}
        large
        name="name"
        autoComplete="off"
        autoFocus={autoFocus}
        error={error}
        hint={t('A team, a desk or a project. It can be changed later.')}
      />
      <LiveButton look="primary" large type="submit" busy={busy}>
        {t('Create workspace')}
      </LiveButton>
    </form>
  )
}
