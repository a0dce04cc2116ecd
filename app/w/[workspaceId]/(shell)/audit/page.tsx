import '#/components/audit/audit.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { AuditExport } from '#/components/audit/audit-export.tsx'
import { AuditFilters } from '#/components/audit/audit-filters.tsx'
import { AuditTable } from '#/components/audit/audit-table.tsx'
import { ChainVerdict } from '#/components/audit/chain-verdict.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { listAuditPeople, pageOfAudit } from '#/db/queries/audit-page.ts'
import { verifyAudit } from '#/db/queries/verify-audit.ts'
import { can } from '#/lib/access/roles.ts'
import { parseAuditFilter, printAuditFilter } from '#/lib/audit/audit-filter.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { db, memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Audit log')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const settings = `/w/${scope.workspaceId}/settings`
  if (!can(scope.role, 'read-audit')) return <OwnersOnly settings={settings} />
  const given = addressParams(await searchParams)
  const filter = parseAuditFilter(given)
  const asked = printAuditFilter(filter).toString()
  const below = /^\d{1,15}$/.test(given.get('below') ?? '') ? Number(given.get('below')) : null
  const [{ rows, next }, people] = await Promise.all([
    // also entries of nobody's workspace: sign-ins of members
    pageOfAudit(db(), scope, filter, { below }),
    listAuditPeople(memberDb(scope), scope),
  ])
  const path = `/w/${scope.workspaceId}/audit`
  const at = (more: string) => `${path}${asked || more ? `?${[asked, more].filter(Boolean).join('&')}` : ''}`
  return (
    <main className="page" id="main">
      <div className="auditpage">
        <div className="page__head">
          <div>
            <nav className="crumbs" aria-label={t('Where this is')}>
              <Link href={settings}>{t('Settings')}</Link>
            </nav>
            <h1>{t('Audit log')}</h1>
          </div>
          <AuditExport workspaceId={scope.workspaceId} asked={asked} />
        </div>
        <Suspense fallback={<p className="auditstate">{t('Checking that the log is unbroken …')}</p>}>
          <Chain />
        </Suspense>
        <AuditFilters path={path} filter={filter} people={people} />
        {rows.length > 0 ? <AuditTable rows={rows} /> : <NoEntries isNarrowed={asked !== ''} path={path} />}
        {(next !== null || below !== null) && (
          <nav className="auditpages" aria-label={t('Pages of the log')}>
            {below !== null && (
              <Link className="btn" href={at('')}>
                {t('Newest entries')}
              </Link>
            )}
            {next !== null && (
              <Link className="btn" href={at(`below=${next}`)}>
                {t('Older entries')}
              </Link>
            )}
          </nav>
        )}
      </div>
    </main>
  )
}

/** Follows the whole log, whatever is shown of it: it takes its time, and the page does not wait. */
async function Chain() {
  return <ChainVerdict {...(await verifyAudit(db()))} />
}

function NoEntries({ isNarrowed, path }: { isNarrowed: boolean; path: string }) {
  if (!isNarrowed)
    return (
      <EmptyState
        title={t('Nothing has been recorded yet')}
        lead={t('Sign-ins, imports, exports, deletions and changes of members appear here.')}
      />
    )
  return (
    <EmptyState title={t('No entry matches')} lead={t('Take something away from the filter, or choose other days.')}>
      <Link className="btn btn--primary" href={path}>
        {t('Show all')}
      </Link>
    </EmptyState>
  )
}

function OwnersOnly({ settings }: { settings: string }) {
  return (
    <main className="fill" id="main">
      <EmptyState
        title={t('Only owners read the audit log')}
        level={1}
        lead={t('Ask an owner of this workspace for what you need from it.')}
      >
        <Link className="btn" href={settings}>
          {t('Settings')}
        </Link>
      </EmptyState>
    </main>
  )
}
