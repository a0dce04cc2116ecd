import type { Metadata } from 'next'
import { Home } from '#/components/home/home.tsx'
import { countBinnedDocuments } from '#/db/queries/bin.ts'
import { listAssignees, listReadShares } from '#/db/queries/document-work.ts'
import { listDocuments } from '#/db/queries/documents.ts'
import { listLastDeeds } from '#/db/queries/last-deeds.ts'
import { listMembers } from '#/db/queries/members.ts'
import { listRecentDeeds } from '#/db/queries/recent-deeds.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadWaiting } from '#/server/loaders/waiting.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { importingOf } from '#/server/work-keys.ts'

/** How much of what was done stands beside the list. */
const DEEDS = 7

export const metadata: Metadata = {
  get title() {
    return t('Documents')
  },
}

export default async function DocumentsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const mayDelete = can(scope.role, 'delete')
  const db = memberDb(scope)
  const [documents, assignees, shares, lastDeeds, members, binned, deeds, waiting] = await Promise.all([
    listDocuments(db, scope),
    listAssignees(db, scope),
    listReadShares(db, scope),
    listLastDeeds(db, scope),
    listMembers(db, scope),
    mayDelete ? countBinnedDocuments(db, scope, new Date()) : 0,
    listRecentDeeds(db, scope, DEEDS),
    loadWaiting(scope),
  ])
  const colleagues = members.filter(({ role }) => can(role, 'comment')).map(({ id, name }) => ({ id, name }))
  return (
    <Home
      workspaceId={scope.workspaceId}
      me={scope.userId}
      documents={documents.map((document) => ({
        ...document,
        assignees: assignees.get(document.id) ?? [],
        readShare: shares.get(document.id) ?? 0,
        lastDeed: lastDeeds.get(document.id) ?? null,
      }))}
      colleagues={colleagues}
      binned={binned}
      deeds={deeds}
      waiting={waiting}
      importing={runtime().works.of(importingOf(scope.workspaceId, scope.userId))}
      now={Date.now()}
      mayImport={can(scope.role, 'import')}
      mayDelete={mayDelete}
      mayPlan={can(scope.role, 'tag')}
      mayInvite={can(scope.role, 'manage-members')}
    />
  )
}
