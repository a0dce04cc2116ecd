import type { Metadata } from 'next'
import { BringBack } from '#/components/archive/bring-back.tsx'
import { BinnedWorkspaces } from '#/components/entry/binned-workspaces.tsx'
import { CreateWorkspaceForm } from '#/components/entry/create-workspace-form.tsx'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { WorkspaceChoice } from '#/components/entry/workspace-choice.tsx'
import { listBinnedWorkspaces } from '#/db/queries/binned-workspaces.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { goneAt } from '#/lib/bin/deadline.ts'
import { t } from '#/lib/message/t.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, runtime } from '#/server/runtime.ts'
import { bringingOf } from '#/server/work-keys.ts'

export const metadata: Metadata = {
  get title() {
    return t('Workspaces')
  },
}

/** All of a person's workspaces, those in the bin that they may bring back, and the way to a new one. */
export default async function WorkspacesPage() {
  const user = await requireUser('/workspaces')
  const [workspaces, binned] = await Promise.all([listWorkspacesOf(db(), user.id), listBinnedWorkspaces(db(), user.id, new Date())])
  return (
    <EntryPage title={t('Workspaces')}>
      {workspaces.length > 0 && <WorkspaceChoice workspaces={workspaces} />}
      {binned.length > 0 && (
        <BinnedWorkspaces workspaces={binned.map((workspace) => ({ ...workspace, goneAt: goneAt(workspace.deletedAt) }))} />
      )}
      {workspaces.length + binned.length > 0 && <div className="or">{t('or')}</div>}
      <CreateWorkspaceForm />
      <BringBack underWay={runtime().works.of(bringingOf(user.id))} />
    </EntryPage>
  )
}
