'use client'

import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { NO_ANSWER } from '#/components/ui/attempt.ts'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { type SignUpAnswer, signUp } from '#/server/actions/account.ts'
import { PasswordInput } from './password-input.tsx'
import { signInWithPassword } from './sign-in-with-password.ts'

type Problem = Omit<Extract<SignUpAnswer, { ok: false }>, 'ok'>

/** `returnTo`: where to go then; a path of this site. */
export function SignUpForm({ returnTo }: { returnTo: string }) {
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLInputElement>(`[name="${problem.field}"]`)?.focus()
  }, [problem])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    const input = { name: String(data.get('name')), email: String(data.get('email')), password: String(data.get('password')) }
    setBusy(true)
    const found = await createAccountAndSignIn(input, returnTo)
    if (!found) return // the page is on its way out
    setBusy(false)
    setProblem(found)
  }

  const errorOf = (field: Problem['field']) => (problem?.field === field ? problem.reason : undefined)
  return (
    <>
      <form ref={form} aria-label="Create an account" method="post" onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          large
          name="name"
          autoComplete="name"
          autoFocus
          error={errorOf('name')}
          hint="Colleagues see it beside your tags."
        />
        <TextInput label="Work email" large type="email" name="email" dir="ltr" autoComplete="username" error={errorOf('email')} />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="new-password"
          error={errorOf('password')}
          hint="At least 10 characters. A few words in a row work well."
        />
        <LiveButton look="primary" large type="submit" busy={busy}>
          {busy ? 'Creating your account…' : 'Create account'}
        </LiveButton>
      </form>
      <p className="faint">
        Have an account? <Link href={`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`}>Sign in</Link>
      </p>
    </>
  )
}

async function createAccountAndSignIn(input: { name: string; email: string; password: string }, returnTo: string): Promise<Problem | null> {
  try {
    const created = await signUp(input)
    if (!created.ok) return created
  } catch {
    return { field: 'password', reason: NO_ANSWER }
  }
  const reason = await signInWithPassword(input.email, input.password, returnTo)
  return reason ? { field: 'password', reason } : null
}
