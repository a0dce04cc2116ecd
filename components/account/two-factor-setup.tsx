'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { PasswordInput } from '#/components/entry/password-input.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { confirmTwoFactor, startTwoFactor } from '#/server/actions/two-factor.ts'
import { QrCode } from './qr-code.tsx'
import { focusTwoFactorHeading } from './two-factor-heading.ts'

interface Started {
  secret: string
  modules: boolean[][]
}

/** Turns the second factor on: password, picture, first code. `onCodes` gets the recovery codes, which are seen only once. */
export function TwoFactorSetup({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [step, setStep] = useState<'off' | 'password' | Started>('off')
  if (step === 'off') {
    return (
      <>
        <p className="muted">
          {t(
            'A code from an app on your phone, besides the password: who learns your password still does not get in. Any authenticator app works.',
          )}
        </p>
        <div className="row">
          <LiveButton onClick={() => setStep('password')}>{t('Set up')}</LiveButton>
        </div>
      </>
    )
  }
  const cancel = () => {
    focusTwoFactorHeading()
    setStep('off')
  }
  if (step === 'password') return <AskPassword onStarted={setStep} onCancel={cancel} />
  return <AskCode {...step} onCodes={onCodes} onCancel={cancel} />
}

function AskPassword({ onStarted, onCancel }: { onStarted: (started: Started) => void; onCancel: () => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const password = String(new FormData(event.currentTarget).get('password'))
    setBusy(true)
    const result = await attempt(startTwoFactor(password))
    setBusy(false)
    if (result.ok) onStarted({ secret: result.secret, modules: result.modules })
    else setError(result.reason)
  }

  return (
    <form className="account__stack" aria-label={t('Set up two-factor sign-in')} method="post" onSubmit={submit} noValidate>
      <PasswordInput label={t('First your password')} name="password" autoComplete="current-password" autoFocus error={error} />
      <div className="row">
        <Button look="primary" type="submit" busy={busy}>
          {t('Continue')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}

interface AskCodeProps extends Started {
  onCodes: (codes: readonly string[]) => void
  onCancel: () => void
}

function AskCode({ secret, modules, onCodes, onCancel }: AskCodeProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const code = String(new FormData(event.currentTarget).get('code'))
    setBusy(true)
    const result = await attempt(confirmTwoFactor(code))
    setBusy(false)
    if (result.ok) return onCodes(result.recoveryCodes)
    setError(result.reason)
    field.current?.focus()
    field.current?.select()
  }

  return (
    <form className="account__setup" aria-label={t('Set up two-factor sign-in')} method="post" onSubmit={submit} noValidate>
      <QrCode modules={modules} label={t('QR code for your authenticator app; the same key stands beside it in letters')} />
      <div className="account__stack">
        <p>{t('Scan the picture with your authenticator app, or type this key there:')}</p>
        <p>
          <code className="account__key" dir="ltr">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
        </p>
        <TextInput
          label={t('Code that the app shows now')}
          ref={field}
          name="code"
          large
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          error={error}
          hint={t('Six digits. They change every 30 seconds.')}
        />
        <div className="row">
          <Button look="primary" type="submit" busy={busy}>
            {t('Turn on')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('Cancel')}
          </Button>
        </div>
      </div>
    </form>
  )
}
