import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CollabProvider } from '#/components/collab/collab-provider.tsx'
import { CreateWorkspaceForm } from '#/components/entry/create-workspace-form.tsx'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { listBinnedWorkspaces } from '#/db/queries/binned-workspaces.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { t } from '#/lib/message/t.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, runtime } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Workspaces')
  },
}

/** Straight into the only workspace, or a choice, or a first one. */
export default async function StartPage() {
  const user = await requireUser()
  const [workspaces, binned] = await Promise.all([listWorkspacesOf(db(), user.id), listBinnedWorkspaces(db(), user.id, new Date())])
  const [only] = workspaces
  if (only && workspaces.length === 1) redirect(`/w/${only.id}/documents`)
  if (only || binned.length > 0) redirect('/workspaces')
  return (
    // Somebody who was removed from their only workspace may have work on this device that was not sent.
    <CollabProvider user={{ id: user.id, name: user.name }} installation={runtime().installation} serverTime={Date.now()}>
      <EntryPage title={t('Welcome, {user}', { user: user.name })}>
        <p className="muted">
          {t('Create a workspace for your team. To join one that exists, open the invitation link its owner gave you.')}
        </p>
        <CreateWorkspaceForm autoFocus />
      </EntryPage>
    </CollabProvider>
  )
}
