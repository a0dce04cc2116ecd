import '#/components/codebook/codebook.css'
import '#/components/codebook/merge.css'
import type { Metadata } from 'next'
import { ActorsScreen } from '#/components/codebook/actors-screen.tsx'
import { countActorQuarters } from '#/db/queries/actor-quarters.ts'
import { countOpenProposals } from '#/db/queries/proposals.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Actors')
  },
}

export default async function ActorsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  return (
    <ActorsScreen
      workspaceId={scope.workspaceId}
      codebook={await loadCodebook(scope.workspaceId)}
      quarters={await countActorQuarters(memberDb(scope), scope)}
      openProposals={await countOpenProposals(memberDb(scope), scope)}
      canPropose={can(scope.role, 'propose-codebook')}
      canManage={can(scope.role, 'manage-codebook')}
    />
  )
}
