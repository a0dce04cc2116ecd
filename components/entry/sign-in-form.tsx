'use client'

import Link from 'next/link'
import { signIn } from 'next-auth/react'
import { type FormEvent, useRef, useState } from 'react'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { PasswordInput } from './password-input.tsx'
import { SecondStep } from './second-step.tsx'
import { type Credentials, signInWithPassword } from './sign-in-with-password.ts'
import { signInWords } from './sign-in-words.ts'

interface SignInFormProps {
  /** Where to go then; a path of this site. */
  returnTo: string
  /** The name of the single sign-on provider; null when none is configured. */
  provider: string | null
  /** Whether anybody may create an account. */
  isOpen: boolean
}

export function SignInForm({ returnTo, provider, isOpen }: SignInFormProps) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  /** The right password was given, and a code is asked for. */
  const [checked, setChecked] = useState<Credentials | null>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    const credentials = { email: String(data.get('email')), password: String(data.get('password')) }
    setBusy(true)
    const problem = await signInWithPassword(credentials, returnTo)
    if (!problem) return // the page is on its way out
    setBusy(false)
    setError(signInWords(problem))
    if (problem.reason === 'code-needed') return setChecked(credentials)
    passwordField.current?.focus()
    passwordField.current?.select()
  }

  if (checked) return <SecondStep credentials={checked} returnTo={returnTo} onBack={() => setChecked(null)} />
  return (
    <>
      <form aria-label={t('Sign in')} method="post" onSubmit={submit}>
        <TextInput label={t('Work email')} large type="email" name="email" dir="ltr" autoComplete="username" required autoFocus />
        <PasswordInput label={t('Password')} ref={passwordField} name="password" autoComplete="current-password" required error={error} />
        <LiveButton look="primary" large type="submit" busy={busy}>
          {busy ? t('Signing in…') : t('Sign in')}
        </LiveButton>
      </form>
      <p className="faint">
        <Link href="/forgot">{t('Forgot your password?')}</Link>
      </p>
      {provider && (
        <>
          <div className="or">{t('or')}</div>
          <LiveButton large icon="lock" onClick={() => signIn('oidc', { callbackUrl: returnTo })}>
            {provider === 'single sign-on' ? t('Single sign-on') : t('Sign in with {provider}', { provider })}
          </LiveButton>
        </>
      )}
      <p className="faint">
        {t('New here?')}{' '}
        {isOpen ? (
          <>
            <Link href={`/sign-up?callbackUrl=${encodeURIComponent(returnTo)}`}>{t('Create an account')}</Link>
            {t(', or ask your workspace lead for an invitation link.')}
          </>
        ) : (
          t('Ask your workspace lead for an invitation link.')
        )}
      </p>
    </>
  )
}
