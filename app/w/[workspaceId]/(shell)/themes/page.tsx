import '#/components/codebook/codebook.css'
import type { Metadata } from 'next'
import { ThemesScreen } from '#/components/codebook/themes-screen.tsx'
import { can } from '#/lib/access/roles.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'

export const metadata: Metadata = { title: 'Themes' }

interface ThemesPageProps {
  params: Promise<{ workspaceId: string }>
  /** `theme`: the entry that is open. */
  searchParams: Promise<{ theme?: string | string[] }>
}

export default async function ThemesPage({ params, searchParams }: ThemesPageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { theme } = await searchParams
  return (
    <ThemesScreen
      workspaceId={scope.workspaceId}
      codebook={await loadCodebook(scope.workspaceId)}
      initialId={typeof theme === 'string' ? theme : null}
      canPropose={can(scope.role, 'propose-codebook')}
      canManage={can(scope.role, 'manage-codebook')}
    />
  )
}
