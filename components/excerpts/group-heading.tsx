import Link from 'next/link'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import type { ExcerptDocument } from '#/lib/excerpt/excerpt.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ExcerptGrouping } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'

/** The heading of a document's excerpts: what it is, whose, from when. */
export function DocumentHeading({ workspaceId, document }: { workspaceId: string; document: ExcerptDocument }) {
  return (
    <>
      <h2 className="quote" lang={langAttribute(document.language)} dir="auto">
        <Link href={`/w/${workspaceId}/documents/${document.id}`}>{document.title}</Link>
      </h2>
      <span className="faint dgroup__meta">
        <bdi>{document.outlet}</bdi>
        {document.outlet && document.publishedOn && ' · '}
        {document.publishedOn && shortDate(document.publishedOn)}
        {document.language !== 'und' && ` · ${document.language.toUpperCase()}`}
      </span>
      {document.url && (
        <a
          className="ibtn ibtn--s"
          href={document.url}
          target="_blank"
          rel="noreferrer"
          aria-label={t('Open the source of {title}', { title: document.title })}
          title={t('Open the source')}
        >
          <Icon name="ext" small />
        </a>
      )}
    </>
  )
}

interface GroupHeadingProps {
  by: ExcerptGrouping
  /** An id; null: those that have none. */
  id: string | null
  book: NameBook
}

/** The heading of what is said under a theme, of an actor, or by who tagged it. */
export function GroupHeading(props: GroupHeadingProps) {
  const { by, id, book } = props
  const path = by === 'theme' && id !== null ? book.themes.path(id).slice(0, -1) : []
  return (
    <>
      <h2 className="dgroup__name">
        <GroupName {...props} />
      </h2>
      {path.length > 0 && (
        <bdi className="faint dgroup__meta" dir="auto">
          {path.join(' › ')}
        </bdi>
      )}
    </>
  )
}

/** The sign and the name of a group. */
export function GroupName({ by, id, book }: GroupHeadingProps) {
  const actor = by === 'actor' && id !== null ? book.actor(id) : undefined
  return (
    <>
      {by === 'theme' && id !== null && <span className="dot" data-h={book.themes.hue(id)} />}
      {actor && <ActorKindIcon kind={actor.kind} />}
      {by === 'tagger' && id !== null && <Avatar person={{ id, name: book.person(id) }} small decorative />}
      <bdi dir="auto">{groupName(by, id, book)}</bdi>
    </>
  )
}

/** What a group is called. */
export function groupName(by: ExcerptGrouping, id: string | null, book: NameBook): string {
  if (by === 'theme') return id === null ? t('No theme') : (book.themes.path(id).at(-1) ?? t('Deleted theme'))
  if (by === 'actor') return id === null ? t('No actor') : (book.actor(id)?.name ?? t('Deleted actor'))
  return id === null ? t('Former member') : book.person(id)
}
