import type { Metadata } from 'next'
import { Home } from '#/components/home/home.tsx'
import { countBinnedDocuments } from '#/db/queries/bin.ts'
import { listDocuments } from '#/db/queries/documents.ts'
import { can } from '#/lib/access/roles.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = { title: 'Documents' }

export default async function DocumentsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const mayDelete = can(scope.role, 'delete')
  const [documents, binned] = await Promise.all([
    listDocuments(memberDb(scope), scope),
    mayDelete ? countBinnedDocuments(memberDb(scope), scope, new Date()) : 0,
  ])
  return (
    <Home
      workspaceId={scope.workspaceId}
      documents={documents}
      binned={binned}
      now={Date.now()}
      mayImport={can(scope.role, 'import')}
      mayDelete={mayDelete}
      mayInvite={can(scope.role, 'manage-members')}
    />
  )
}
