'use client'

import Link from 'next/link'
import { signIn } from 'next-auth/react'
import { type FormEvent, useRef, useState } from 'react'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { PasswordInput } from './password-input.tsx'
import { signInWithPassword } from './sign-in-with-password.ts'

interface SignInFormProps {
  /** Where to go then; a path of this site. */
  returnTo: string
  /** The name of the single sign-on provider; null when none is configured. */
  provider: string | null
}

export function SignInForm({ returnTo, provider }: SignInFormProps) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    setBusy(true)
    const problem = await signInWithPassword(String(data.get('email')), String(data.get('password')), returnTo)
    if (!problem) return // the page is on its way out
    setBusy(false)
    setError(problem)
    passwordField.current?.focus()
    passwordField.current?.select()
  }

  return (
    <>
      <form aria-label="Sign in" method="post" onSubmit={submit}>
        <TextInput label="Work email" large type="email" name="email" dir="ltr" autoComplete="username" required autoFocus />
        <PasswordInput label="Password" ref={passwordField} name="password" autoComplete="current-password" required error={error} />
        <LiveButton look="primary" large type="submit" busy={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </LiveButton>
      </form>
      {provider && (
        <>
          <div className="or">or</div>
          <LiveButton large icon="lock" onClick={() => signIn('oidc', { callbackUrl: returnTo })}>
            {provider === 'single sign-on' ? 'Single sign-on' : `Sign in with ${provider}`}
          </LiveButton>
        </>
      )}
      <p className="faint">
        New here? <Link href={`/sign-up?callbackUrl=${encodeURIComponent(returnTo)}`}>Create an account</Link>, or ask your workspace lead
        for an invitation link.
      </p>
    </>
  )
}
