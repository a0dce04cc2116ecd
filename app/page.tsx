import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { CreateWorkspaceForm } from '#/components/entry/create-workspace-form.tsx'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { ROLE_NAMES } from '#/lib/access/member.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'

export const metadata: Metadata = { title: 'Workspaces' }

/** Straight into the only workspace, or a choice, or a first one. */
export default async function StartPage() {
  const user = await requireUser()
  const workspaces = await listWorkspacesOf(db(), user.id)
  const [only] = workspaces
  if (only && workspaces.length === 1) redirect(`/w/${only.id}/documents`)
  if (!only) {
    return (
      <EntryPage title={`Welcome, ${user.name}`}>
        <p className="muted">Create a workspace for your team. To join one that exists, open the invitation link its owner gave you.</p>
        <CreateWorkspaceForm autoFocus />
      </EntryPage>
    )
  }
  return (
    <EntryPage title="Workspaces">
      <nav className="entry__places" aria-label="Workspaces">
        {workspaces.map((workspace) => (
          <Link key={workspace.id} href={`/w/${workspace.id}/documents`}>
            <Icon name="layers" />
            <bdi className="clip">{workspace.name}</bdi>
            <span className="muted">{ROLE_NAMES[workspace.role]}</span>
          </Link>
        ))}
      </nav>
      <div className="or">or</div>
      <CreateWorkspaceForm />
    </EntryPage>
  )
}
