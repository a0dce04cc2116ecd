import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { countWords, type ShownGroup } from './excerpt-groups.ts'
import { ExcerptRow } from './excerpt-row.tsx'
import { DocumentHeading, GroupHeading, groupName } from './group-heading.tsx'
import { TickBox } from './tick-box.tsx'
import { tickedOf } from './ticked-of.ts'
import type { Selection } from './use-selection.ts'

interface ExcerptListProps {
  workspaceId: string
  excerpts: readonly Excerpt[]
  /** null: without headings. */
  groups: readonly ShownGroup[] | null
  sort: ExcerptSort
  view: 'lines' | 'cards'
  book: NameBook
  selection: Selection
  /** Ticks one, or no longer; with the Shift key from the last one ticked on. */
  onTick: (annotationId: string, isRange: boolean) => void
  /** The excerpt whose words around it are shown in full. */
  peekedId: string | null
  /** Those that match no longer. */
  gone: ReadonlySet<string>
  now: number
}

/** Excerpts in context, under their documents, themes, actors or taggers, or as tagged. */
export function ExcerptList(props: ExcerptListProps) {
  const { workspaceId, excerpts, groups, sort, book, selection } = props
  if (!groups) return <Rows {...props} list={excerpts} />
  return groups.map((group) => {
    const document = sort === 'document' ? group.excerpts[0]?.document : undefined
    const by = sort === 'document' || sort === 'recent' ? 'tagger' : sort
    const name = document ? document.title : groupName(by, group.key, book)
    const ids = group.excerpts.map(({ annotationId }) => annotationId)
    return (
      <section key={group.key} className="dgroup" aria-label={name}>
        <div className="dgroup__head">
          <TickBox
            label={t('Select excerpts of {title}', { title: name })}
            ticked={tickedOf(selection, ids)}
            onToggle={() => selection.toggleSome(ids)}
          />
          {document ? (
            <DocumentHeading workspaceId={workspaceId} document={document} />
          ) : (
            <GroupHeading by={by} id={group.key} book={book} />
          )}
          <span className="grow" />
          <span className="faint num dgroup__count">{countWords(group)}</span>
        </div>
        <Rows {...props} list={group.excerpts} />
      </section>
    )
  })
}

function Rows({ workspaceId, list, sort, view, selection, onTick, peekedId, gone, now }: ExcerptListProps & { list: readonly Excerpt[] }) {
  return (
    <ul className={view === 'cards' ? 'excards' : undefined}>
      {list.map((excerpt) => (
        <ExcerptRow
          key={excerpt.annotationId}
          workspaceId={workspaceId}
          excerpt={excerpt}
          view={view}
          showsDocument={sort !== 'document'}
          isSelected={selection.has(excerpt.annotationId)}
          isPeeked={excerpt.annotationId === peekedId}
          isGone={gone.has(excerpt.annotationId)}
          onTick={onTick}
          now={now}
        />
      ))}
    </ul>
  )
}
