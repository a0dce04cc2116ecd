import '#/components/actor-page/actor-page.css'
import '#/components/excerpts/excerpt-rows.css'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ActorPage } from '#/components/actor-page/actor-page.tsx'
import { can } from '#/lib/access/roles.ts'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadActor } from '#/server/loaders/actor-page.ts'

export const metadata: Metadata = {
  get title() {
    return t('Actor')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string; actorId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: PageProps) {
  const { workspaceId, actorId } = await params
  const scope = await requireScope(workspaceId)
  const asked = (await searchParams).role
  const role = ROLES_IN_STATEMENT.find((known) => known === asked) ?? null
  const loaded = isId(actorId) ? await loadActor(scope, actorId, role) : null
  if (!loaded) notFound()
  if ('mergedInto' in loaded) redirect(`/w/${scope.workspaceId}/actors/${loaded.mergedInto}`)
  return (
    <ActorPage
      key={actorId}
      workspaceId={scope.workspaceId}
      loaded={loaded}
      role={role}
      canManage={can(scope.role, 'manage-codebook')}
      now={Date.now()}
    />
  )
}
