'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { renameWorkspace } from '#/server/actions/workspaces.ts'

export function WorkspaceNameForm({ workspaceId, name }: { workspaceId: string; name: string }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const typed = String(new FormData(event.currentTarget).get('name'))
    setBusy(true)
    const result = await attempt(renameWorkspace(workspaceId, { name: typed }))
    setBusy(false)
    setError(result.ok ? undefined : result.reason)
    if (result.ok) showToast(t('Workspace renamed'))
  }

  return (
    <form className="settings__inline" onSubmit={submit}>
      <TextInput label={t('Name')} name="name" defaultValue={name} autoComplete="off" error={error} />
      <Button type="submit" busy={busy}>
        {t('Rename')}
      </Button>
    </form>
  )
}
