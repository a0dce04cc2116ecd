import Link from 'next/link'
import { useContext } from 'react'
import { FactLine } from '#/components/reader/fact-line.tsx'
import { factWords } from '#/components/reader/fact-words.ts'
import { ActorChip } from '#/components/ui/actor-chip.tsx'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import { shortDate, shortDateOf } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { EntryStates } from './entry-states.ts'
import { countWords, type ShownGroup } from './excerpt-groups.ts'
import { GroupName } from './group-heading.tsx'
import { RowTick } from './row-tick.tsx'
import type { Selection } from './use-selection.ts'

interface ExcerptTableProps {
  workspaceId: string
  excerpts: readonly Excerpt[]
  /** null: without headings. */
  groups: readonly ShownGroup[] | null
  sort: ExcerptSort
  book: NameBook
  selection: Selection
  onTick: (annotationId: string, isRange: boolean) => void
  /** The excerpt whose words around it are shown. */
  peekedId: string | null
  gone: ReadonlySet<string>
}

/** One excerpt a row: in which words, who to whom, what, where, by whom. */
export function ExcerptTable({ workspaceId, excerpts, groups, sort, book, selection, onTick, peekedId, gone }: ExcerptTableProps) {
  return (
    <table className="grid extable" aria-label={t('Excerpts')}>
      <thead>
        <tr>
          <th scope="col" className="extable__tick">
            <span className="sr">{t('Select')}</span>
          </th>
          <th scope="col" className="extable__quote">
            {t('Quote')}
          </th>
          <th scope="col">{t('Actors')}</th>
          <th scope="col">{t('Themes')}</th>
          <th scope="col" className="extable__doc">
            {t('Document')}
          </th>
          <th scope="col" className="extable__by">
            {t('Tagged')}
          </th>
        </tr>
      </thead>
      {(groups ?? [{ key: null, excerpts: [...excerpts], count: null }]).map((group) => (
        <tbody key={group.key}>
          {groups && (
            <tr className="extable__group">
              <th colSpan={6} scope="rowgroup">
                <GroupLine group={group} sort={sort} book={book} />
              </th>
            </tr>
          )}
          {group.excerpts.map((excerpt) => (
            <Row
              key={excerpt.annotationId}
              workspaceId={workspaceId}
              excerpt={excerpt}
              isSelected={selection.has(excerpt.annotationId)}
              isPeeked={excerpt.annotationId === peekedId}
              isGone={gone.has(excerpt.annotationId)}
              onTick={onTick}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** What a stretch of the table stands under, and how much of it there is. */
function GroupLine({ group, sort, book }: { group: ShownGroup; sort: ExcerptSort; book: NameBook }) {
  const title = group.excerpts[0]?.document.title ?? ''
  const by = sort === 'theme' || sort === 'actor' ? sort : 'tagger'
  return (
    <span className="extable__head">
      {sort === 'document' ? <bdi>{title}</bdi> : <GroupName by={by} id={group.key} book={book} />}
      <span className="faint num">{countWords(group)}</span>
    </span>
  )
}

interface RowProps {
  workspaceId: string
  excerpt: Excerpt
  isSelected: boolean
  isPeeked: boolean
  isGone: boolean
  onTick: (annotationId: string, isRange: boolean) => void
}

function Row({ workspaceId, excerpt, isSelected, isPeeked, isGone, onTick }: RowProps) {
  const { annotationId, document, quote, actors, themes, tagger, createdAt } = excerpt
  const states = useContext(EntryStates)
  return (
    <tr className={[isSelected && 'is-on', isGone && 'is-gone'].filter(Boolean).join(' ')} data-excerpt={annotationId}>
      <td>
        <RowTick excerpt={excerpt} isTicked={isSelected} onTick={onTick} />
      </td>
      <td lang={langAttribute(document.language)} dir={document.direction}>
        <Link className="quote" href={passagePath(workspaceId, document.id, annotationId)} prefetch={false} title={plainLines(quote)}>
          {plainLines(quote)}
        </Link>
        {isPeeked && <p className="extable__around">{plainLines(excerpt.contextBefore + quote + excerpt.contextAfter)}</p>}
        {isGone && <p className="ex__note">{t('No longer matches')}</p>}
        {excerpt.state === 'orphan' && <span className="faint">{t('Detached')}</span>}
        <FactLine words={factWords(excerpt.facts)} />
      </td>
      <td>
        <span className="extable__chips">
          {actors.map(({ id, name, role }) => (
            <ActorChip key={`${id} ${role}`} name={name} actorRole={role} state={states.get(id)} />
          ))}
        </span>
      </td>
      <td>
        <span className="extable__chips">
          {themes.map(({ id, path, hue, stance }) => (
            <ThemeChip key={id} name={path.at(-1) ?? ''} hue={hue} stance={stance} state={states.get(id)} />
          ))}
        </span>
      </td>
      <td>
        <bdi className="extable__title" title={document.title} lang={langAttribute(document.language)}>
          {document.title}
        </bdi>
        <span className="faint num">{document.publishedOn && shortDate(document.publishedOn)}</span>
      </td>
      <td>
        <bdi>{tagger.name}</bdi>
        <br />
        <span className="faint num">{shortDateOf(new Date(createdAt))}</span>
      </td>
    </tr>
  )
}
