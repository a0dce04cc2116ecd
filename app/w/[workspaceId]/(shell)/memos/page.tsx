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
import { t } from '#/lib/message/t.ts'
import { parseMemoFilter } from '#/lib/talk/memo.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { addressParams } from '#/server/http/address-params.ts'
import { memberDb } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Memos')
  },
}

interface PageProps {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SUBJECTS = [
  {
    value: '',
    get label() {
      return t('Everything')
    },
  },
  {
    value: 'document',
    get label() {
      return t('Documents')
    },
  },
  {
    value: 'actor',
    get label() {
      return t('Actors')
    },
  },
  {
    value: 'theme',
    get label() {
      return t('Themes')
    },
  },
  {
    value: 'statement',
    get label() {
      return t('Statements')
    },
  },
  {
    value: 'workspace',
    get label() {
      return t('The workspace')
    },
  },
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
          <h1>{t('Memos')}</h1>
        </div>
        {!isNarrowed && skip === 0 && (
          <MemoPanel
            workspaceId={workspaceId}
            subject="workspace"
            subjectId={workspaceId}
            title={t('On the workspace as a whole')}
            heading="h2"
          />
        )}
        <form key={`${filter.subject} ${filter.words}`} className="memofilters" action={path} aria-label={t('Narrow the memos')}>
          <Select label={t('On')} name="on" defaultValue={filter.subject ?? ''} options={SUBJECTS} />
          <TextInput label={t('Words')} name="q" type="search" defaultValue={filter.words} />
          <button type="submit" className="btn">
            {t('Show')}
          </button>
          {isNarrowed && <Link href={path}>{t('Show all')}</Link>}
        </form>
        {memos.length === 0 && (
          <EmptyState
            title={isNarrowed ? t('No memo matches') : t('No memos yet')}
            lead={
              isNarrowed
                ? t('Try other words, or memos on everything.')
                : t(
                    'Write one on a document (Details), an actor, a theme, a statement (M), or on the workspace above. All of them are listed here.',
                  )
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
          <nav className="row memopages" aria-label={t('Pages of memos')}>
            {skip > 0 && (
              <Link className="btn" href={path}>
                {t('Newest memos')}
              </Link>
            )}
            {hasMore && (
              <Link className="btn" href={`${path}?${older}`}>
                {t('Older memos')}
              </Link>
            )}
          </nav>
        )}
      </div>
    </main>
  )
}
