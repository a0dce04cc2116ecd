import type { Metadata } from 'next'
import { AnalysisPage } from '#/components/analysis/analysis-page.tsx'
import { parseView } from '#/lib/analysis/view.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { loadAnalysis } from '#/server/loaders/analysis.ts'

export const metadata: Metadata = {
  get title() {
    return t('Analysis')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { ignored, ...view } = parseView(addressParams(await searchParams))
  return <AnalysisPage workspaceId={scope.workspaceId} view={view} ignored={ignored} data={await loadAnalysis(scope, view)} />
}
