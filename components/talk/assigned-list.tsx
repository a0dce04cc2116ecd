'use client'

import Link from 'next/link'
import { useEffect } from 'react'
import { StatusMark } from '#/components/home/status-mark.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import type { AssignedDocument } from '#/lib/document/assigned-document.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { seeAssignments } from '#/server/actions/document-work.ts'

interface AssignedListProps {
  workspaceId: string
  documents: readonly AssignedDocument[]
  me: string
  now: number
}

/** The documents this person is asked to work on. Having them on the screen counts as having seen that one was asked. */
export function AssignedList({ workspaceId, documents, me, now }: AssignedListProps) {
  const isNews = documents.some(({ isNew }) => isNew)
  useEffect(() => {
    // Without an answer they stay new, and are tried again with the next look.
    if (isNews) seeAssignments(workspaceId).catch(() => {})
  }, [workspaceId, isNews])
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="inbox-assigned">
      <h2 id="inbox-assigned" className="inbox__head">
        {t('Documents you are asked to work on')} <span className="muted num">{documents.length}</span>
      </h2>
      <ul className="inbox__list">
        {documents.map(({ id, title, language, direction, status, by, at, isNew }) => (
          <li key={id} className={isNew ? 'is-new' : undefined}>
            <p className="inbox__quote clip" lang={langAttribute(language)} dir={direction}>
              <Link href={`/w/${workspaceId}/documents/${id}`} prefetch={false}>
                {title}
              </Link>
            </p>
            <p className="inbox__last">
              <StatusMark status={status} />
              <Avatar person={by} small decorative />
              <span>
                {by.id === me ? t('you took it on') : <bdi>{by.name}</bdi>} · <TimeAgo at={at} now={now} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
