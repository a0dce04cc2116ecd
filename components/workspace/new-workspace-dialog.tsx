'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { createWorkspace } from '#/server/actions/workspaces.ts'

export function NewWorkspaceDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const close = () => {
    setError(undefined)
    onClose()
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const name = String(new FormData(event.currentTarget).get('name'))
    setBusy(true)
    const result = await attempt(createWorkspace({ name }))
    setBusy(false)
    if (!result.ok) return setError(result.reason)
    close()
    router.push(`/w/${result.workspaceId}/documents`)
  }

  const foot = (
    <>
      <Button onClick={close}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="new-workspace" busy={busy}>
        {t('Create workspace')}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={close} title={t('New workspace')} foot={foot}>
      <form id="new-workspace" onSubmit={submit}>
        <TextInput
          label={t('Name')}
          name="name"
          autoComplete="off"
          error={error}
          hint={t('A team, a desk or a project. You will be its owner.')}
        />
      </form>
    </Dialog>
  )
}
