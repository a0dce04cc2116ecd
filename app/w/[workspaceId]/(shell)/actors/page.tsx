import '#/components/codebook/codebook.css'
import type { Metadata } from 'next'
import { ActorsScreen } from '#/components/codebook/actors-screen.tsx'
import { can } from '#/lib/access/roles.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'

export const metadata: Metadata = { title: 'Actors' }

export default async function ActorsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  return (
    <ActorsScreen
      workspaceId={scope.workspaceId}
      codebook={await loadCodebook(scope.workspaceId)}
      canPropose={can(scope.role, 'propose-codebook')}
      canManage={can(scope.role, 'manage-codebook')}
    />
  )
}
