import '#/components/codebook/merge.css'
import '#/components/proposals/proposals.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ProposalsList } from '#/components/proposals/proposals-list.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { listProposals } from '#/db/queries/proposals.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Proposals')
  },
}

export default async function ProposalsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId, role, userId } = scope
  const proposals = await listProposals(memberDb(scope), scope)
  const open = proposals.filter(({ state }) => state === 'open').length
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={workspaceId} what="proposals" />
      <div className="proposalspage">
        <div className="page__head">
          <div>
            <nav className="crumbs" aria-label={t('Where this is')}>
              <Link href={`/w/${workspaceId}/actors`}>{t('Actors')}</Link> · <Link href={`/w/${workspaceId}/themes`}>{t('Themes')}</Link>
            </nav>
            <h1>
              {t('Proposals')} <span className="muted num">{open > 0 && open}</span>
            </h1>
          </div>
        </div>
        {open === 0 && (
          <EmptyState
            title={t('No proposal waits for an answer')}
            lead={t('What coders add while they tag comes here: an editor accepts it, maps it to an entry there is, or declines it.')}
          />
        )}
        <ProposalsList
          workspaceId={workspaceId}
          proposals={proposals}
          codebook={await loadCodebook(workspaceId)}
          me={userId}
          canManage={can(role, 'manage-codebook')}
          now={Date.now()}
        />
      </div>
    </main>
  )
}
