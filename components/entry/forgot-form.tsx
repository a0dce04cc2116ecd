'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { askForReset } from '#/server/actions/password.ts'

/** Asks for a link to a new password by mail. The answer is the same whether or not the address is known. */
export function ForgotForm() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [sentTo, setSentTo] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const email = String(new FormData(event.currentTarget).get('email'))
    setBusy(true)
    const result = await attempt(askForReset(email))
    setBusy(false)
    setError(result.ok ? undefined : result.reason)
    if (result.ok) setSentTo(email.trim())
  }

  if (sentTo) {
    return (
      <p className="notice row" role="status">
        <Icon name="check" />
        <span>
          {t(
            'If {sentTo} has an account with a password, a mail with a link is on its way. The link works once, for two hours. Nothing after a few minutes? Look among unwanted mail, and check the address.',
            { sentTo },
          )}
        </span>
      </p>
    )
  }
  return (
    <form aria-label={t('Forgot your password?')} method="post" onSubmit={submit} noValidate>
      <TextInput label={t('Work email')} large type="email" name="email" dir="ltr" autoComplete="username" autoFocus error={error} />
      <LiveButton look="primary" large type="submit" busy={busy}>
        {busy ? t('Asking…') : t('Send me a link')}
      </LiveButton>
    </form>
  )
}
