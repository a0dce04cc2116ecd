import '#/components/memos/memos.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { MemoList } from '#/components/memos/memo-list.tsx'
import { MemoPanel } from '#/components/memos/memo-panel.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { listMemos } from '#/db/queries/memos.ts'
import { can } from '#/lib/access/roles.ts'
import { parseMemoFilter } from '#/lib/talk/memo.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = { title: 'Memos' }

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SUBJECTS = [
  { value: '', label: 'Everything' },
  { value: 'document', label: 'Documents' },
  { value: 'actor', label: 'Actors' },
  { value: 'theme', label: 'Themes' },
  { value: 'statement', label: 'Statements' },
  { value: 'workspace', label: 'The workspace' },
]

export default async function MemosPage({ params, searchParams }: PageProps) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId } = scope
  const given = addressParams(await searchParams)
  const filter = parseMemoFilter(given)
  const skip = /^\d{1,6}$/.test(given.get('skip') ?? '') ? Number(given.get('skip')) : 0
  const { memos, hasMore } = await listMemos(memberDb(scope), scope, filter, skip)
  const path = `/w/${workspaceId}/memos`
  const isNarrowed = filter.subject !== null || filter.words !== ''
  const older = new URLSearchParams({ on: filter.subject ?? '', q: filter.words, skip: String(skip + memos.length) })
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={workspaceId} what="memos" />
      <div className="memospage">
        <div className="page__head">
          <h1>Memos</h1>
        </div>
        {!isNarrowed && skip === 0 && (
          <MemoPanel
            workspaceId={workspaceId}
            subject="workspace"
            subjectId={workspaceId}
            title="On the workspace as a whole"
            heading="h2"
          />
        )}
        <form key={`${filter.subject} ${filter.words}`} className="memofilters" action={path} aria-label="Narrow the memos">
          <Select label="On" name="on" defaultValue={filter.subject ?? ''} options={SUBJECTS} />
          <TextInput label="Words" name="q" type="search" defaultValue={filter.words} />
          <button type="submit" className="btn">
            Show
          </button>
          {isNarrowed && <Link href={path}>Show all</Link>}
        </form>
        {memos.length === 0 && (
          <EmptyState
            title={isNarrowed ? 'No memo matches' : 'No memos yet'}
            lead={
              isNarrowed
                ? 'Try other words, or memos on everything.'
                : 'Write one on a document (Details), an actor, a theme, a statement (M), or on the workspace above. All of them are listed here.'
            }
          />
        )}
        <MemoList
          workspaceId={workspaceId}
          memos={isNarrowed ? memos : memos.filter(({ subject }) => subject !== 'workspace')}
          me={scope.userId}
          canWrite={can(scope.role, 'tag')}
          canModerate={can(scope.role, 'moderate-tags')}
        />
        {(hasMore || skip > 0) && (
          <nav className="row memopages" aria-label="Pages of memos">
            {skip > 0 && (
              <Link className="btn" href={path}>
                Newest memos
              </Link>
            )}
            {hasMore && (
              <Link className="btn" href={`${path}?${older}`}>
                Older memos
              </Link>
            )}
          </nav>
        )}
      </div>
    </main>
  )
}
