import { t } from '#/lib/message/t.ts'
import '#/components/talk/inbox.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AssignedList } from '#/components/talk/assigned-list.tsx'
import { InboxList } from '#/components/talk/inbox-list.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { listAssigned } from '#/db/queries/document-work.ts'
import { listPeople } from '#/db/queries/people.ts'
import { listThreads } from '#/db/queries/thread-list.ts'
import { THREAD_VIEWS, type ThreadView } from '#/lib/talk/listed-thread.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Comments')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NAMES: Record<ThreadView, string> = {
  get yours() {
    return t('For you')
  },
  get open() {
    return t('Unresolved')
  },
  get all() {
    return t('All')
  },
}
const EMPTY: Record<ThreadView, { title: string; lead: string }> = {
  yours: {
    get title() {
      return t('Nothing waits for you')
    },
    get lead() {
      return t('Comments that name you, answers to yours, what you are asked to settle and documents you are asked to work on appear here.')
    },
  },
  open: {
    get title() {
      return t('Nothing is open')
    },
    get lead() {
      return t('Select a statement in a document and press C to begin a discussion.')
    },
  },
  all: {
    get title() {
      return t('No comments yet')
    },
    get lead() {
      return t('Select a statement in a document and press C to begin a discussion.')
    },
  },
}

export default async function CommentsPage({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId, userId } = scope
  const given = addressParams(await searchParams)
  const view = THREAD_VIEWS.find((each) => each === given.get('view')) ?? 'yours'
  const skip = /^\d{1,6}$/.test(given.get('skip') ?? '') ? Number(given.get('skip')) : 0
  const { threads, hasMore } = await listThreads(memberDb(scope), scope, view, skip)
  const people = await listPeople(memberDb(scope), scope)
  const assigned = view === 'yours' && skip === 0 ? await listAssigned(memberDb(scope), scope) : []
  const path = `/w/${workspaceId}/comments?view=`
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={workspaceId} what="comments" />
      <RefreshOnNotice workspaceId={workspaceId} what="documents" />
      <div className="inbox">
        <div className="page__head">
          <h1>{t('Comments')}</h1>
        </div>
        <nav className="tabs" aria-label={t('Comments')}>
          {THREAD_VIEWS.map((each) => (
            <Link key={each} className="tab" href={`${path}${each}`} aria-current={view === each ? 'page' : undefined}>
              {NAMES[each]}
            </Link>
          ))}
        </nav>
        <AssignedList workspaceId={workspaceId} documents={assigned} me={userId} now={Date.now()} />
        {threads.length === 0 && assigned.length === 0 && <EmptyState {...EMPTY[view]} />}
        <InboxList workspaceId={workspaceId} threads={threads} me={userId} people={people} now={Date.now()} />
        {(hasMore || skip > 0) && (
          <nav className="row" aria-label={t('Pages of comments')}>
            {skip > 0 && (
              <Link className="btn" href={`${path}${view}`}>
                {t('Newest')}
              </Link>
            )}
            {hasMore && (
              <Link className="btn" href={`${path}${view}&skip=${skip + threads.length}`}>
                {t('Older')}
              </Link>
            )}
          </nav>
        )}
      </div>
    </main>
  )
}
