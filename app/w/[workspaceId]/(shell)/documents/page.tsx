import type { Metadata } from 'next'
import { Home } from '#/components/home/home.tsx'
import { listBin, listDocuments } from '#/db/queries/documents.ts'
import { can } from '#/lib/access/roles.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { db } from '#/server/runtime.ts'

export const metadata: Metadata = { title: 'Documents' }

export default async function DocumentsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const mayDelete = can(scope.role, 'delete')
  const [documents, bin] = await Promise.all([listDocuments(db(), scope), mayDelete ? listBin(db(), scope) : []])
  return (
    <Home
      workspaceId={scope.workspaceId}
      documents={documents}
      bin={bin}
      now={Date.now()}
      mayImport={can(scope.role, 'import')}
      mayDelete={mayDelete}
      mayInvite={can(scope.role, 'manage-members')}
    />
  )
}
