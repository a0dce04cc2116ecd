'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { type Credentials, signInWithPassword } from './sign-in-with-password.ts'
import { signInWords } from './sign-in-words.ts'

interface SecondStepProps {
  /** What the first step was passed with. */
  credentials: Credentials
  returnTo: string
  onBack: () => void
}

/** Asks for the code of the second factor, or for a recovery code. */
export function SecondStep({ credentials, returnTo, onBack }: SecondStepProps) {
  const [usesSpare, setUsesSpare] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other field was just drawn in its place
  useEffect(() => field.current?.focus(), [usesSpare])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const code = String(new FormData(event.currentTarget).get('code'))
    setBusy(true)
    const problem = await signInWithPassword({ ...credentials, code }, returnTo)
    if (!problem) return // the page is on its way out
    setBusy(false)
    if (problem.reason === 'no-match') return onBack() // the password was changed meanwhile
    setError(signInWords(problem) ?? t('Type the code.'))
    field.current?.focus()
    field.current?.select()
  }

  return (
    <>
      <form aria-label={t('Second step')} method="post" onSubmit={submit}>
        {usesSpare ? (
          <TextInput
            key="spare"
            label={t('Recovery code')}
            large
            ref={field}
            name="code"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required
            error={error}
            hint={t('One of the ten you kept when you turned two-factor sign-in on. It works once.')}
          />
        ) : (
          <TextInput
            key="app"
            label={t('Code')}
            large
            ref={field}
            name="code"
            dir="ltr"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            required
            error={error}
            hint={t('Six digits from your authenticator app.')}
          />
        )}
        <LiveButton look="primary" large type="submit" busy={busy}>
          {busy ? t('Signing in…') : t('Sign in')}
        </LiveButton>
      </form>
      <p className="faint">
        <button
          type="button"
          className="linkbtn"
          onClick={() => {
            setError(undefined)
            setUsesSpare(!usesSpare)
          }}
        >
          {usesSpare ? t('Use the app') : t('Use a recovery code')}
        </button>
        {' · '}
        <button type="button" className="linkbtn" onClick={onBack}>
          {t('Back')}
        </button>
      </p>
    </>
  )
}
