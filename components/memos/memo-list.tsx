'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import type { ListedMemo } from '#/lib/talk/memo.ts'
import { MemoItem } from './memo-item.tsx'

interface MemoListProps {
  workspaceId: string
  memos: readonly ListedMemo[]
  me: string
  canWrite: boolean
  canModerate: boolean
}

const KINDS: Record<ListedMemo['subject'], string> = {
  get workspace() {
    return t('Workspace')
  },
  get document() {
    return t('Document')
  },
  get actor() {
    return t('Actor')
  },
  get theme() {
    return t('Theme')
  },
  get statement() {
    return t('Statement')
  },
}

/** All memos, each with a link to what it is on. Those of statements are changed where the statement is. */
export function MemoList({ memos, ...rest }: MemoListProps) {
  const router = useRouter()
  return (
    <ul className="memolist">
      {memos.map((memo) => (
        <li key={memo.id}>
          <p className="memolist__on">
            {KINDS[memo.subject]}
            <Subject workspaceId={rest.workspaceId} memo={memo} />
          </p>
          {memo.subject === 'statement' ? (
            <StatementMemo memo={memo} me={rest.me} />
          ) : (
            <MemoItem memo={memo} onChanged={() => router.refresh()} {...rest} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Subject({
  workspaceId,
  memo: { subject, subjectId, subjectName, isGone, documentId },
}: {
  workspaceId: string
  memo: ListedMemo
}) {
  const name = (
    <bdi className="clip">
      {subject === 'statement' ? `“${subjectName.length > 120 ? `${subjectName.slice(0, 120)}…` : subjectName}”` : subjectName}
    </bdi>
  )
  if (subject === 'workspace') return null
  if (isGone)
    return (
      <span>
        {name} {t('(deleted)')}
      </span>
    )
  return (
    <Link className="clip" href={addressOf(workspaceId, { subject, subjectId, documentId })} prefetch={false}>
      {name}
    </Link>
  )
}

function addressOf(
  workspaceId: string,
  { subject, subjectId, documentId }: Pick<ListedMemo, 'subject' | 'subjectId' | 'documentId'>,
): string {
  if (subject === 'statement') return passagePath(workspaceId, documentId ?? '', subjectId)
  return subject === 'document' ? `/w/${workspaceId}/documents/${subjectId}` : `/w/${workspaceId}/${subject}s#${subjectId}`
}

function StatementMemo({ memo: { text, by, byName, changedAt }, me }: { memo: ListedMemo; me: string }) {
  return (
    <div className="memo">
      <p className="memo__text" dir="auto">
        {text}
      </p>
      <p className="memo__who">
        <bdi>{by === me ? t('You') : byName}</bdi> · {shortDateOf(new Date(changedAt))}
      </p>
    </div>
  )
}
