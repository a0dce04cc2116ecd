'use client'

import { type FormEvent, useRef, useState } from 'react'
import { PasswordInput } from '#/components/entry/password-input.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { changePassword } from '#/server/actions/password.ts'

type Field = 'current' | 'next' | 'again'

/** Changes the password; every other session ends with it. */
export function PasswordForm({ email }: { email: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ field: Field; reason: string }>()
  const form = useRef<HTMLFormElement>(null)

  const refuse = (field: Field, reason: string) => {
    setProblem({ field, reason })
    form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    const next = String(data.get('next'))
    if (next !== data.get('again')) return refuse('again', t('The two are not the same. Type it once more.'))
    setBusy(true)
    const result = await attempt(changePassword({ current: String(data.get('current')), next }))
    setBusy(false)
    if (!result.ok) return refuse('field' in result ? result.field : 'current', result.reason)
    setProblem(undefined)
    form.current?.reset()
    const { endedSessions: ended } = result
    showToast(
      ended === 0
        ? t('Password changed')
        : t('Password changed. {value} signed out', {
            value: counted(ended, 'other session'),
          }),
    )
  }

  const errorOf = (field: Field) => (problem?.field === field ? problem.reason : undefined)
  return (
    <form ref={form} className="account__stack" aria-label={t('Change password')} method="post" onSubmit={submit} noValidate>
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordInput label={t('Current password')} name="current" autoComplete="current-password" error={errorOf('current')} />
      <PasswordInput
        label={t('New password')}
        name="next"
        autoComplete="new-password"
        error={errorOf('next')}
        hint={t('At least 10 characters. A few words in a row work well.')}
      />
      <PasswordInput label={t('New password once more')} name="again" autoComplete="new-password" error={errorOf('again')} />
      <LiveButton type="submit" busy={busy}>
        {t('Change password')}
      </LiveButton>
      <p className="faint">{t('Changing it signs you out everywhere else.')}</p>
    </form>
  )
}
