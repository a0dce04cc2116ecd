import type { Metadata } from 'next'
import { MentionsScreen } from '#/components/mentions/mentions-screen.tsx'
import { readCodebook } from '#/db/queries/codebook.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Untagged names')
  },
}

export default async function MentionsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const { actors, kinds } = await readCodebook(memberDb(scope), scope)
  return (
    <MentionsScreen
      workspaceId={scope.workspaceId}
      actors={actors.map(({ id, name, kind }) => ({ id, name, kind }))}
      kinds={kinds}
      mayTag={can(scope.role, 'tag')}
    />
  )
}
