import '#/components/codebook/codebook.css'
import type { Metadata } from 'next'
import { ActorsScreen } from '#/components/codebook/actors-screen.tsx'
import { can } from '#/lib/access/roles.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'

export const metadata: Metadata = { title: 'Actors' }

interface ActorsPageProps {
  params: Promise<{ workspaceId: string }>
  /** `actor`: the entry that is open. */
  searchParams: Promise<{ actor?: string | string[] }>
}

export default async function ActorsPage({ params, searchParams }: ActorsPageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { actor } = await searchParams
  return (
    <ActorsScreen
      workspaceId={scope.workspaceId}
      codebook={await loadCodebook(scope.workspaceId)}
      initialId={typeof actor === 'string' ? actor : null}
      canPropose={can(scope.role, 'propose-codebook')}
      canManage={can(scope.role, 'manage-codebook')}
    />
  )
}
