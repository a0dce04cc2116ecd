import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import { counted } from '#/lib/counted.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { ExcerptRow } from './excerpt-row.tsx'
import { TickBox } from './tick-box.tsx'
import type { Selection } from './use-selection.ts'

interface ExcerptListProps {
  workspaceId: string
  excerpts: readonly Excerpt[]
  view: 'lines' | 'cards'
  /** Under the heading of each document; otherwise each excerpt names its own. */
  isGrouped: boolean
  /** Matching excerpts by document id; null while they are counted. */
  perDocument: Record<string, number> | null
  selection: Selection
  /** The excerpt whose words around it are shown in full. */
  peekedId: string | null
  now: number
}

/** Excerpts in context, under their documents or as tagged. */
export function ExcerptList({ workspaceId, excerpts, view, isGrouped, perDocument, selection, peekedId, now }: ExcerptListProps) {
  const rows = (list: readonly Excerpt[], showsDocument: boolean) => (
    <ul className={view === 'cards' ? 'excards' : undefined}>
      {list.map((excerpt) => (
        <ExcerptRow
          key={excerpt.annotationId}
          workspaceId={workspaceId}
          excerpt={excerpt}
          view={view}
          showsDocument={showsDocument}
          isSelected={selection.ids.has(excerpt.annotationId)}
          isPeeked={excerpt.annotationId === peekedId}
          onToggle={selection.toggle}
          now={now}
        />
      ))}
    </ul>
  )
  if (!isGrouped) return rows(excerpts, true)
  return [...Map.groupBy(excerpts, (excerpt) => excerpt.document.id).values()].map((list) => {
    const { document } = list[0] as Excerpt
    return (
      <section key={document.id} className="dgroup" aria-label={document.title}>
        <div className="dgroup__head">
          <TickBox
            label={t('Select excerpts of {title}', { title: document.title })}
            ids={list.map((excerpt) => excerpt.annotationId)}
            selection={selection}
          />
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
          <span className="grow" />
          <span className="faint num dgroup__count">
            {perDocument?.[document.id] !== undefined && ofAll(list.length, perDocument[document.id] ?? 0)}
          </span>
        </div>
        {rows(list, false)}
      </section>
    )
  })
}

function ofAll(shown: number, all: number): string {
  return shown < all
    ? t('{all, plural, one {{shown} of # excerpt} other {{shown} of # excerpts}}', { shown, all })
    : counted(all, 'excerpt')
}
