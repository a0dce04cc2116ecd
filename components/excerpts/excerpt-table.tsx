import Link from 'next/link'
import { ActorChip } from '#/components/ui/actor-chip.tsx'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import type { ActorRole } from '#/lib/codebook/codebook.ts'
import { shortDate, shortDateOf } from '#/lib/date/short-date.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import { languageOf } from './excerpt-list.tsx'
import type { Selection } from './use-selection.ts'

interface ExcerptTableProps {
  workspaceId: string
  excerpts: readonly Excerpt[]
  selection: Selection
}

/** One excerpt a row: who, to whom, what, in which words, where, by whom. */
export function ExcerptTable({ workspaceId, excerpts, selection }: ExcerptTableProps) {
  return (
    <div className="extable">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">Select</span>
            </th>
            <th scope="col">Quote</th>
            <th scope="col">Source</th>
            <th scope="col">Recipient</th>
            <th scope="col">Mentioned</th>
            <th scope="col">Theme</th>
            <th scope="col">Document</th>
            <th scope="col">Published</th>
            <th scope="col">Tagger</th>
            <th scope="col">Tagged</th>
          </tr>
        </thead>
        <tbody>
          {excerpts.map((excerpt) => (
            <Row key={excerpt.annotationId} workspaceId={workspaceId} excerpt={excerpt} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ workspaceId, excerpt, selection }: { workspaceId: string; excerpt: Excerpt; selection: Selection }) {
  const { annotationId, document, quote, themes, tagger, createdAt } = excerpt
  const isSelected = selection.ids.has(annotationId)
  return (
    <tr className={isSelected ? 'is-on' : undefined} data-excerpt={annotationId}>
      <td>
        <input
          type="checkbox"
          className="check"
          aria-label={`Select excerpt: ${quote.slice(0, 80)}`}
          checked={isSelected}
          onChange={() => selection.toggle(annotationId)}
        />
      </td>
      <td className="extable__quote">
        <Link
          className="quote"
          href={passagePath(workspaceId, document.id, annotationId)}
          prefetch={false}
          lang={languageOf(document)}
          dir={document.direction}
          title={plainLines(quote)}
        >
          {plainLines(quote)}
        </Link>
        {excerpt.state === 'orphan' && <span className="faint"> Detached</span>}
      </td>
      {(['source', 'recipient', 'mentioned'] as const).map((role) => (
        <td key={role}>
          <Actors excerpt={excerpt} role={role} />
        </td>
      ))}
      <td>
        <span className="extable__chips">
          {themes.map(({ id, path, hue, stance }) => (
            <ThemeChip key={id} name={path.at(-1) ?? ''} hue={hue} stance={stance} />
          ))}
        </span>
      </td>
      <td className="extable__doc">
        <bdi title={document.title} lang={languageOf(document)}>
          {document.title}
        </bdi>
      </td>
      <td className="num">{document.publishedOn && shortDate(document.publishedOn)}</td>
      <td>
        <bdi>{tagger.name}</bdi>
      </td>
      <td className="num">{shortDateOf(new Date(createdAt))}</td>
    </tr>
  )
}

function Actors({ excerpt, role }: { excerpt: Excerpt; role: ActorRole }) {
  return (
    <span className="extable__chips">
      {excerpt.actors
        .filter((actor) => actor.role === role)
        .map(({ id, name, kind }) => (
          <ActorChip key={id} name={name} kind={kind} />
        ))}
    </span>
  )
}
