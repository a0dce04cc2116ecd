import Link from 'next/link'
import type { ReactNode } from 'react'
import { Filled, slot } from '#/components/message/slots.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import type { Deed } from '#/lib/activity/deed.ts'
import { counted } from '#/lib/counted.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { firstName } from './deed-words.ts'

interface ActivityFeedProps {
  workspaceId: string
  deeds: readonly Deed[]
  me: string
  /** When the server drew the page, ms since 1970. */
  now: number
}

/** What was last done in the workspace, by whom, and the way there. */
export function ActivityFeed({ workspaceId, deeds, me, now }: ActivityFeedProps) {
  return (
    <ul className="feed">
      {deeds.map((deed) => (
        <li key={`${deed.kind} ${deed.by.id} ${deed.at} ${deed.document?.id ?? deed.name}`}>
          <Avatar person={deed.by} small decorative />
          <p>
            <Filled text={deed.by.id === me ? yourDeed(deed) : theirDeed(deed)} parts={partsOf(workspaceId, deed)} />{' '}
            <span className="faint num">
              <TimeAgo at={deed.at} now={now} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

const WHO = slot('who')
const WHERE = slot('where')
const WHAT = slot('what')

function theirDeed({ kind, count, merged }: Deed): string {
  const passages = counted(count, 'passage')
  if (kind === 'tagged') return t('{who} tagged {passages} in {document}', { who: WHO, passages, document: WHERE })
  if (kind === 'commented') return t('{who} commented on {document}', { who: WHO, document: WHERE })
  if (kind === 'edited') return t('{who} edited {document}', { who: WHO, document: WHERE })
  if (kind === 'imported') return t('{who} imported {document}', { who: WHO, document: WHERE })
  if (kind === 'proposed') return t('{who} proposed {name}', { who: WHO, name: WHAT })
  return t('{who} merged {names} into {name}', { who: WHO, names: merged.join(', '), name: WHAT })
}

function yourDeed({ kind, count, merged }: Deed): string {
  const passages = counted(count, 'passage')
  if (kind === 'tagged') return t('You tagged {passages} in {document}', { passages, document: WHERE })
  if (kind === 'commented') return t('You commented on {document}', { document: WHERE })
  if (kind === 'edited') return t('You edited {document}', { document: WHERE })
  if (kind === 'imported') return t('You imported {document}', { document: WHERE })
  if (kind === 'proposed') return t('You proposed {name}', { name: WHAT })
  return t('You merged {names} into {name}', { names: merged.join(', '), name: WHAT })
}

function partsOf(workspaceId: string, { by, document, kind, name }: Deed): Record<string, ReactNode> {
  const list = kind === 'proposed' ? 'proposals' : 'codebook'
  return {
    who: (
      <b>
        <bdi>{firstName(by.name)}</bdi>
      </b>
    ),
    where: document && (
      <Link href={`/w/${workspaceId}/documents/${document.id}`} prefetch={false} lang={langAttribute(document.language)}>
        <bdi dir={document.direction}>{document.title}</bdi>
      </Link>
    ),
    what: (
      <Link href={`/w/${workspaceId}/${list}`} prefetch={false}>
        <bdi>{name}</bdi>
      </Link>
    ),
  }
}
