import '#/components/codebook-history/codebook-history.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ChangesTable } from '#/components/codebook-history/changes-table.tsx'
import { CompareForm, versionWords } from '#/components/codebook-history/compare-form.tsx'
import { Comparison } from '#/components/codebook-history/comparison.tsx'
import { HistoryFilters } from '#/components/codebook-history/history-filters.tsx'
import { historyPath } from '#/components/codebook-history/history-place.ts'
import { NamePresentVersion } from '#/components/codebook-history/name-present-version.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { can } from '#/lib/access/roles.ts'
import type { CodebookHistory } from '#/lib/codebook/history.ts'
import { type HistoryQuery, parseHistoryQuery } from '#/lib/codebook/history-query.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { compareVersions, loadCodebookHistory } from '#/server/loaders/codebook-history.ts'

export const metadata: Metadata = {
  get title() {
    return t('Codebook history')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CodebookHistoryPage({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId } = scope
  const query = parseHistoryQuery(addressParams(await searchParams))
  const history = await loadCodebookHistory(scope, query)
  const canManage = can(scope.role, 'manage-codebook')
  const names = new Map(history.named.map(({ version, name }) => [version, name]))
  const words = (version: number) => versionWords(version, history.version, names.get(version))
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={workspaceId} what="themes" />
      <RefreshOnNotice workspaceId={workspaceId} what="actors" />
      <div className="codebookhistory">
        <div className="page__head">
          <div>
            <nav className="crumbs" aria-label={t('Where this is')}>
              <Link href={`/w/${workspaceId}/actors`}>{t('Actors')}</Link> · <Link href={`/w/${workspaceId}/themes`}>{t('Themes')}</Link>
            </nav>
            <h1>{t('Codebook history')}</h1>
            <p className="muted">{words(history.version)}</p>
          </div>
          {canManage && <NamePresentVersion workspaceId={workspaceId} version={history.version} name={names.get(history.version)} />}
        </div>
        <div className="historybars">
          <HistoryFilters workspaceId={workspaceId} query={query} entryName={history.entryName} />
          {history.version > 0 && <CompareForm workspaceId={workspaceId} history={history} compare={query.compare} />}
        </div>
        {query.compare ? (
          <>
            <p>
              {t('What changed from {from} to {to}.', {
                from: words(query.compare.from).replace(/^[TV]/, (letter) => letter.toLowerCase()),
                to: words(query.compare.to).replace(/^[NV]/, (letter) => letter.toLowerCase()),
              })}{' '}
              <Link href={historyPath(workspaceId)}>{t('Back to all changes')}</Link>
            </p>
            <Comparison workspaceId={workspaceId} comparison={await compareVersions(scope, query.compare)} />
          </>
        ) : (
          <Changes workspaceId={workspaceId} query={query} history={history} canManage={canManage} />
        )}
      </div>
    </main>
  )
}

interface ChangesProps {
  workspaceId: string
  query: HistoryQuery
  history: CodebookHistory
  canManage: boolean
}

function Changes({ workspaceId, query, history, canManage }: ChangesProps) {
  if (history.version === 0)
    return (
      <EmptyState
        title={t('Nothing has changed yet')}
        lead={t('Whatever is added, renamed, moved, merged or deleted appears here, with who did it.')}
      />
    )
  if (history.changes.length === 0)
    return (
      <EmptyState title={t('No change matches')} lead={t('Take something away from the filter.')}>
        <Link className="btn btn--primary" href={historyPath(workspaceId)}>
          {t('Show all')}
        </Link>
      </EmptyState>
    )
  return (
    <>
      <ChangesTable workspaceId={workspaceId} history={history} canManage={canManage} />
      {(history.older !== null || query.before !== null) && (
        <nav className="historypages" aria-label={t('Pages of the history')}>
          {query.before !== null && (
            <Link className="btn" href={historyPath(workspaceId, { ...query, before: null })}>
              {t('Newest changes')}
            </Link>
          )}
          {history.older !== null && (
            <Link className="btn" href={historyPath(workspaceId, { ...query, before: history.older })}>
              {t('Older changes')}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}
