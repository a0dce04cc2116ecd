'use client'

import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { type SignUpAnswer, signUp } from '#/server/actions/account.ts'
import { PasswordInput } from './password-input.tsx'
import { signInWithPassword } from './sign-in-with-password.ts'
import { signInWords } from './sign-in-words.ts'

type Problem = Omit<Extract<SignUpAnswer, { ok: false }>, 'ok'>

interface SignUpFormProps {
  /** Where to go then; a path of this site. */
  returnTo: string
  /** Token of the invitation that led here. */
  invitation?: string
  /** Token of the link for the first person of the installation. */
  setup?: string
}

export function SignUpForm({ returnTo, invitation, setup }: SignUpFormProps) {
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
    const found = await createAccountAndSignIn({ ...input, invitation, setup }, returnTo)
    if (!found) return // the page is on its way out
    setBusy(false)
    setProblem(found)
  }

  const errorOf = (field: Problem['field']) => (problem?.field === field ? problem.reason : undefined)
  return (
    <>
      <form ref={form} aria-label={t('Create an account')} method="post" onSubmit={submit} noValidate>
        <TextInput
          label={t('Name')}
          large
          name="name"
          autoComplete="name"
          autoFocus
          error={errorOf('name')}
          hint={t('Colleagues see it beside your tags.')}
        />
        <TextInput label={t('Work email')} large type="email" name="email" dir="ltr" autoComplete="username" error={errorOf('email')} />
        <PasswordInput
          label={t('Password')}
          name="password"
          autoComplete="new-password"
          error={errorOf('password')}
          hint={t('At least 10 characters. A few words in a row work well.')}
        />
        <LiveButton look="primary" large type="submit" busy={busy}>
          {busy ? t('Creating your account…') : t('Create account')}
        </LiveButton>
      </form>
      <p className="faint">
        {t('Have an account?')} <Link href={`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`}>{t('Sign in')}</Link>
      </p>
    </>
  )
}

async function createAccountAndSignIn(input: Parameters<typeof signUp>[0], returnTo: string): Promise<Problem | null> {
  try {
    const created = await signUp(input)
    if (!created.ok) return created
  } catch {
    return { field: 'password', reason: noAnswerWords() }
  }
  const problem = await signInWithPassword({ email: input.email, password: input.password }, returnTo)
  return problem ? { field: 'password', reason: signInWords(problem) ?? noAnswerWords() } : null
}
