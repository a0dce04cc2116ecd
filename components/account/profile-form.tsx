'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { rename } from '#/server/actions/account.ts'

export function ProfileForm({ name, email }: { name: string; email: string }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const typed = String(new FormData(event.currentTarget).get('name'))
    setBusy(true)
    const result = await attempt(rename(typed))
    setBusy(false)
    setError(result.ok ? undefined : result.reason)
    if (result.ok) showToast(t('Name changed'))
  }

  return (
    <>
      <form className="settings__inline" aria-label={t('Profile')} method="post" onSubmit={submit}>
        <TextInput label={t('Name')} name="name" defaultValue={name} autoComplete="name" error={error} />
        <LiveButton type="submit" busy={busy}>
          {t('Change name')}
        </LiveButton>
      </form>
      <p className="muted">
        {t('Colleagues see your name beside your tags. You sign in as')} <bdi>{email}</bdi>.
      </p>
    </>
  )
}
