'use client'

import { type FormEvent, useRef, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { t } from '#/lib/message/t.ts'
import { resetPassword } from '#/server/actions/password.ts'
import { PasswordInput } from './password-input.tsx'
import { RESET_PROBLEMS } from './reset-problems.ts'

interface ResetFormProps {
  token: string
  /** Whose password it is; for the browser's password store. */
  email: string
}

/** A new password, twice. */
export function ResetForm({ token, email }: ResetFormProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ field: 'first' | 'second'; reason: string }>()
  const form = useRef<HTMLFormElement>(null)

  const refuse = (field: 'first' | 'second', reason: string) => {
    setBusy(false)
    setProblem({ field, reason })
    form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    const password = String(data.get('first'))
    if (password !== data.get('second')) return refuse('second', t('The two are not the same. Type it once more.'))
    setBusy(true)
    const result = await attempt(resetPassword(token, password))
    if (result.ok) return location.replace('/sign-in?done=password')
    if ('words' in result) return refuse('first', result.words)
    refuse('first', RESET_PROBLEMS[result.reason as keyof typeof RESET_PROBLEMS] ?? result.reason)
  }

  const errorOf = (field: 'first' | 'second') => (problem?.field === field ? problem.reason : undefined)
  return (
    <form ref={form} aria-label={t('New password')} method="post" onSubmit={submit} noValidate>
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordInput
        label={t('New password')}
        name="first"
        autoComplete="new-password"
        autoFocus
        error={errorOf('first')}
        hint={t('At least 10 characters. A few words in a row work well.')}
      />
      <PasswordInput label={t('The same once more')} name="second" autoComplete="new-password" error={errorOf('second')} />
      <LiveButton look="primary" large type="submit" busy={busy}>
        {busy ? t('Setting it…') : t('Set password')}
      </LiveButton>
    </form>
  )
}
