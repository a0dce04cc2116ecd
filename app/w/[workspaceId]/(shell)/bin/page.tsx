import '#/components/bin/bin.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { BinnedDocuments } from '#/components/bin/binned-documents.tsx'
import { DeletedEntries } from '#/components/bin/deleted-entries.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { listBinnedDocuments } from '#/db/queries/bin.ts'
import { listDeletedEntries } from '#/db/queries/deleted-entries.ts'
import { can } from '#/lib/access/roles.ts'
import { BIN_DAYS, goneAt } from '#/lib/bin/deadline.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Bin')
  },
}

export default async function BinPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId, role } = scope
  const home = `/w/${workspaceId}/documents`
  if (!can(role, 'manage-codebook')) return <NoBin home={home} />
  const [documents, entries] = await Promise.all([
    can(role, 'delete') ? listBinnedDocuments(memberDb(scope), scope, new Date()) : [],
    listDeletedEntries(memberDb(scope), scope),
  ])
  if (documents.length + entries.length === 0) return <EmptyBin home={home} />
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={workspaceId} what="documents" />
      <div className="binpage">
        <div className="page__head">
          <div>
            <nav className="crumbs" aria-label={t('Where this is')}>
              <Link href={home}>{t('Documents')}</Link>
            </nav>
            <h1>{t('Bin')}</h1>
          </div>
        </div>
        {documents.length > 0 && (
          <section aria-labelledby="bin-documents">
            <h2 id="bin-documents">
              {t('Documents')} <span className="muted num">{documents.length}</span>
            </h2>
            <p className="muted">
              {t('Deleted documents wait {bindays} days with everything that belongs to them.', { bindays: BIN_DAYS })}
            </p>
            <BinnedDocuments
              workspaceId={workspaceId}
              documents={documents.map((document) => ({ ...document, goneAt: goneAt(document.deletedAt) }))}
            />
          </section>
        )}
        {entries.length > 0 && (
          <section aria-labelledby="bin-entries">
            <h2 id="bin-entries">
              {t('Actors and themes')} <span className="muted num">{entries.length}</span>
            </h2>
            <p className="muted">{t('They stay here until somebody brings them back; their tags return with them.')}</p>
            <DeletedEntries workspaceId={workspaceId} entries={entries} />
          </section>
        )}
      </div>
    </main>
  )
}

function EmptyBin({ home }: { home: string }) {
  return (
    <main className="fill" id="main">
      <EmptyState
        title={t('The bin is empty')}
        level={1}
        lead={t('Deleted documents wait here for {bindays} days, deleted actors and themes until they are brought back.', {
          bindays: BIN_DAYS,
        })}
      >
        <Link className="btn" href={home}>
          {t('All documents')}
        </Link>
      </EmptyState>
    </main>
  )
}

function NoBin({ home }: { home: string }) {
  return (
    <main className="fill" id="main">
      <EmptyState
        title={t('Only owners and editors open the bin')}
        level={1}
        lead={t('Ask an owner of this workspace to bring a document back.')}
      >
        <Link className="btn" href={home}>
          {t('All documents')}
        </Link>
      </EmptyState>
    </main>
  )
}
