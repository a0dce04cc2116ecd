import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { JoinButton } from '#/components/entry/join-button.tsx'
import { findRole } from '#/db/queries/membership.ts'
import { ROLE_MEANINGS, ROLE_NAMES } from '#/lib/access/member.ts'
import { currentUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'
import { type InvitationProblem, readInvitation } from '#/server/usecases/read-invitation.ts'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } }

const PROBLEMS: Record<InvitationProblem, string> = {
  unknown: 'This link is not one of ours. Check that it was copied whole, or ask for a new one.',
  expired: 'This link has expired. Ask the person who sent it for a new one.',
  used: 'This link was used already; each one lets one person in. Ask for a new one.',
  revoked: 'This link was withdrawn. Ask the person who sent it for a new one.',
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [user, read] = await Promise.all([currentUser(), readInvitation(token, { db: db() })])
  const workspaceId = read.ok ? read.invitation.workspaceId : read.workspaceId
  if (user && workspaceId && (await findRole(db(), workspaceId, user.id))) redirect(`/w/${workspaceId}/documents`)
  if (!read.ok) {
    return (
      <EntryPage title="This invitation does not work">
        <p className="muted">{PROBLEMS[read.reason]}</p>
        <Link className="btn btn--lg" href="/">
          Go to Interline
        </Link>
      </EntryPage>
    )
  }
  const { workspaceName, role, createdByName } = read.invitation
  const back = `callbackUrl=${encodeURIComponent(`/invite/${token}`)}`
  return (
    <EntryPage title={`Join ${workspaceName}`}>
      <p className="muted">
        <b>{createdByName}</b> invites you as {ROLE_NAMES[role].toLowerCase()}. {ROLE_MEANINGS[role]}
      </p>
      {user ? (
        <JoinButton token={token} workspaceName={workspaceName} email={user.email} />
      ) : (
        <>
          <Link className="btn btn--primary btn--lg" href={`/sign-up?${back}`}>
            Create an account
          </Link>
          <Link className="btn btn--lg" href={`/sign-in?${back}`}>
            I have an account
          </Link>
        </>
      )}
    </EntryPage>
  )
}
