import type { Metadata } from 'next'
import { ExcerptsPage } from '#/components/excerpts/excerpts-page.tsx'
import { can } from '#/lib/access/roles.ts'
import { parseResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { loadExcerpts } from '#/server/loaders/excerpts.ts'

export const metadata: Metadata = {
  get title() {
    return t('Excerpts')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { ignored, ...query } = parseResultsQuery(addressParams(await searchParams))
  const { page, names, waysOn, counts, saved } = await loadExcerpts(scope, query)
  return (
    <ExcerptsPage
      workspaceId={scope.workspaceId}
      query={query}
      ignored={ignored}
      firstPage={page}
      names={names}
      waysOn={waysOn}
      counts={counts}
      saved={saved}
      me={scope.userId}
      canTag={can(scope.role, 'tag')}
      canModerate={can(scope.role, 'moderate-tags')}
      now={Date.now()}
    />
  )
}
