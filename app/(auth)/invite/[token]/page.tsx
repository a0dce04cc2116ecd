import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { JoinButton } from '#/components/entry/join-button.tsx'
import { findRole } from '#/db/queries/membership.ts'
import { ROLE_MEANINGS, ROLE_NAMES } from '#/lib/access/member.ts'
import { t } from '#/lib/message/t.ts'
import { tryLink } from '#/server/auth/link-tries.ts'
import { currentUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'
import { type InvitationProblem, otherAddressWords, readInvitation } from '#/server/usecases/read-invitation.ts'

export const metadata: Metadata = {
  get title() {
    return t('Invitation')
  },
  robots: { index: false },
}

const PROBLEMS: Record<InvitationProblem | 'too-many-tries', string> = {
  get 'too-many-tries'() {
    return t('Too many links that do not work came from here. Wait a quarter of an hour, then try again.')
  },
  get unknown() {
    return t('This link is not one of ours. Check that it was copied whole, or ask for a new one.')
  },
  get expired() {
    return t('This link has expired. Ask the person who sent it for a new one.')
  },
  get used() {
    return t('This link was used already; each one lets one person in. Ask for a new one.')
  },
  get revoked() {
    return t('This link was withdrawn. Ask the person who sent it for a new one.')
  },
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [user, read] = await Promise.all([currentUser(), tryLink(() => readInvitation(token, { db: db() }))])
  const workspaceId = read.ok ? read.invitation.workspaceId : 'workspaceId' in read ? read.workspaceId : undefined
  if (user && workspaceId && (await findRole(db(), workspaceId, user.id))) redirect(`/w/${workspaceId}/documents`)
  if (!read.ok) {
    return (
      <EntryPage title={t('This invitation does not work')}>
        <p className="muted">{PROBLEMS[read.reason]}</p>
        <Link className="btn btn--lg" href="/">
          {t('Go to Interline')}
        </Link>
      </EntryPage>
    )
  }
  const { workspaceName, role, email, createdByName } = read.invitation
  const isForOther = user !== null && email !== null && user.email !== email
  const back = `callbackUrl=${encodeURIComponent(`/invite/${token}`)}`
  return (
    <EntryPage title={t('Join {workspaceName}', { workspaceName })}>
      <p className="muted">
        <b>{createdByName}</b> {t('invites you as {role}. {role2}', { role: ROLE_NAMES[role].toLowerCase(), role2: ROLE_MEANINGS[role] })}
        {email && ` ${t('The invitation is for one email address only: the one it was sent to.')}`}
      </p>
      {user ? (
        <JoinButton token={token} workspaceName={workspaceName} email={user.email} refused={isForOther ? otherAddressWords() : undefined} />
      ) : (
        <>
          <Link className="btn btn--primary btn--lg" href={`/sign-up?${back}`}>
            {t('Create an account')}
          </Link>
          <Link className="btn btn--lg" href={`/sign-in?${back}`}>
            {t('I have an account')}
          </Link>
        </>
      )}
    </EntryPage>
  )
}
