import '#/components/claims/claims.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ClaimFilters } from '#/components/claims/claim-filters.tsx'
import { ContradictionItem } from '#/components/claims/contradiction-item.tsx'
import { CorroborationItem } from '#/components/claims/corroboration-item.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { parseClaimFilter, printClaimFilter } from '#/lib/claims/claim.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { CLAIMS_PER_PAGE, loadClaims } from '#/server/loaders/claims.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Claims')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const VIEWS = {
  contradictions: {
    get name() {
      return t('Contradictions')
    },
    get lead() {
      return t('One source that supports a theme in one place and opposes it in another: in other documents, or on other days.')
    },
    get empty() {
      return t('No source contradicts itself here')
    },
    get how() {
      return t('Tag statements with a source and a theme that it supports or opposes; where it says both, you find it here.')
    },
  },
  corroboration: {
    get name() {
      return t('Corroboration')
    },
    get lead() {
      return t(
        'What more than one document reports of a source. Near-identical passages published within two weeks, passages of one document, and reports that name the same witness count as one origin.',
      )
    },
    get empty() {
      return t('Nothing here is reported twice')
    },
    get how() {
      return t('Tag statements of several documents with the same source, theme and stance.')
    },
  },
} as const

export default async function ClaimsPage({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId } = scope
  const given = addressParams(await searchParams)
  const view = given.get('view') === 'corroboration' ? 'corroboration' : 'contradictions'
  const filter = parseClaimFilter(given)
  const page = /^\d{1,4}$/.test(given.get('page') ?? '') ? Number(given.get('page')) : 0
  const { counts, sources, contradictions, claims } = await loadClaims(memberDb(scope), scope, { view, filter, page })
  const path = `/w/${workspaceId}/claims`
  const at = (to: { view: keyof typeof VIEWS; page?: number }) =>
    `${path}?${new URLSearchParams([...printClaimFilter(filter), ['view', to.view], ...(to.page ? [['page', String(to.page)]] : [])] as [string, string][])}`
  const total = view === 'contradictions' ? counts.contradictions : counts.claims
  const isNarrowed = printClaimFilter(filter).size > 0
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={workspaceId} what="excerpts" />
      <div className="claimspage">
        <div className="page__head">
          <h1>{t('Claims')}</h1>
        </div>
        <nav className="tabs" aria-label={t('Claims')}>
          {(['contradictions', 'corroboration'] as const).map((each) => (
            <Link key={each} className="tab" href={at({ view: each })} aria-current={view === each ? 'page' : undefined}>
              {VIEWS[each].name} <span className="num">{each === 'contradictions' ? counts.contradictions : counts.claims}</span>
            </Link>
          ))}
        </nav>
        <p className="claimspage__lead">{VIEWS[view].lead}</p>
        <ClaimFilters path={path} view={view} filter={filter} sources={sources} />
        {total === 0 && (
          <EmptyState
            title={isNarrowed ? t('Nothing matches') : VIEWS[view].empty}
            lead={isNarrowed ? t('Choose another source or other days.') : VIEWS[view].how}
          />
        )}
        <ul className="claims">
          {contradictions.map((one) => (
            <ContradictionItem key={`${one.actorId} ${one.themeId}`} workspaceId={workspaceId} contradiction={one} />
          ))}
          {claims.map((one) => (
            <CorroborationItem key={`${one.actorId} ${one.themeId} ${one.stance}`} workspaceId={workspaceId} claim={one} />
          ))}
        </ul>
        {total > CLAIMS_PER_PAGE && (
          <nav className="claimpages row" aria-label={t('Pages')}>
            {page > 0 && (
              <Link className="btn" href={at({ view, page: page - 1 })}>
                {t('Previous')}
              </Link>
            )}
            {(page + 1) * CLAIMS_PER_PAGE < total && (
              <Link className="btn" href={at({ view, page: page + 1 })}>
                {t('Next')}
              </Link>
            )}
          </nav>
        )}
      </div>
    </main>
  )
}
