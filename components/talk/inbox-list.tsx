import Link from 'next/link'
import { Avatar } from '#/components/ui/avatar.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { counted } from '#/lib/counted.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import type { ListedThread } from '#/lib/talk/listed-thread.ts'

interface InboxListProps {
  workspaceId: string
  threads: readonly ListedThread[]
  me: string
  /** Names of the people who may be asked to settle something. */
  people: readonly { id: string; name: string }[]
  now: number
}

/** Discussions of all documents: what each is about, what was said last, how it stands. */
export function InboxList({ workspaceId, threads, me, people, now }: InboxListProps) {
  const name = (id: string) => (id === me ? t('you') : (people.find((person) => person.id === id)?.name ?? t('Someone')))
  return (
    <ul className="inbox__list">
      {threads.map(({ annotationId, documentId, title, language, direction, quote, assigneeId, isResolved, said, unread, last }) => (
        <li key={annotationId} className={unread > 0 ? 'is-new' : undefined}>
          <p className="inbox__quote quote clip" lang={langAttribute(language)} dir={direction}>
            <Link href={passagePath(workspaceId, documentId, annotationId)} prefetch={false}>
              {plainLines(quote)}
            </Link>
          </p>
          {last && (
            <p className="inbox__last">
              <Avatar person={{ id: last.by, name: last.byName }} small decorative />
              <b>
                <bdi>{last.by === me ? t('You') : last.byName}</bdi>
              </b>
              <span className="clip" dir="auto">
                {last.text}
              </span>
            </p>
          )}
          <p className="inbox__facts num">
            {unread > 0 && <b>{t('{unread} new ·', { unread })} </b>}
            {isResolved ? `${t('resolved ·')} ` : assigneeId ? `${t('for {assigneeId} ·', { assigneeId: name(assigneeId) })} ` : ''}
            {counted(said, 'comment')} · <bdi lang={langAttribute(language)}>{title}</bdi>
            {last && (
              <>
                {' · '}
                <TimeAgo at={last.at} now={now} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
