'use client'

import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { t } from '#/lib/message/t.ts'
import { acceptInvitation } from '#/server/actions/members.ts'

const PROBLEMS = {
  get unknown() {
    return t('This link is not one of ours. Ask for a new one.')
  },
  get expired() {
    return t('This link has expired meanwhile. Ask for a new one.')
  },
  get used() {
    return t('Somebody used this link meanwhile. Ask for a new one.')
  },
  get revoked() {
    return t('This link was withdrawn meanwhile. Ask for a new one.')
  },
  get 'other-address'() {
    return t('This invitation is for another email address. Use the account it was sent to, or ask for an invitation to yours.')
  },
  get 'too-many-tries'() {
    return t('Too many links that do not work. Wait a quarter of an hour, then try again.')
  },
} as const

interface JoinButtonProps {
  token: string
  workspaceName: string
  /** Who is signed in. */
  email: string
  /** Why this account cannot accept it, a sentence. */
  refused?: string
}

export function JoinButton({ token, workspaceName, email, refused }: JoinButtonProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>(refused)

  const join = async () => {
    setBusy(true)
    try {
      const result = await acceptInvitation(token)
      if (result.ok) return location.replace(`/w/${result.workspaceId}/documents`)
      setProblem(PROBLEMS[result.reason])
    } catch {
      setProblem(noAnswerWords())
    }
    setBusy(false)
  }

  return (
    <>
      {!refused && (
        <LiveButton look="primary" large busy={busy} onClick={join}>
          {busy ? t('Joining…') : t('Join {workspaceName}', { workspaceName })}
        </LiveButton>
      )}
      {problem && (
        <p className="fieldset__error" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      <p className="faint">
        {t('You are signed in as {email}.', { email })}{' '}
        <button type="button" className="linkbtn" onClick={() => signOut({ callbackUrl: location.pathname })}>
          {t('Use another account')}
        </button>
      </p>
    </>
  )
}
