import Link from 'next/link'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { BECAME, type Became, type ComparedEntry } from '#/lib/codebook/compare-codebooks.ts'
import type { CodebookComparison } from '#/lib/codebook/history.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { FieldChangeLines } from './field-change-lines.tsx'
import { historyPath } from './history-place.ts'

const TITLES: Record<Became, string> = {
  get added() {
    return t('Added')
  },
  get renamed() {
    return t('Renamed')
  },
  get moved() {
    return t('Moved')
  },
  get changed() {
    return t('Changed')
  },
  get merged() {
    return t('Merged')
  },
  get archived() {
    return t('Archived')
  },
  get unarchived() {
    return t('Taken out of the archive')
  },
  get deleted() {
    return t('Deleted')
  },
}

/** Everything that differs between two versions, by what became of it. */
export function Comparison({ workspaceId, comparison: { entries } }: { workspaceId: string; comparison: CodebookComparison }) {
  if (entries.length === 0)
    return <EmptyState title={t('No difference')} lead={t('Actors, themes and kinds are the same in both versions.')} />
  const groups = BECAME.map((became) => ({ became, entries: entries.filter((entry) => entry.became === became) }))
  return (
    <div className="comparison">
      {groups.map(
        (group) =>
          group.entries.length > 0 && (
            <section key={group.became} aria-label={TITLES[group.became]}>
              <h2>
                {TITLES[group.became]} <span className="muted num">{numberWords(group.entries.length)}</span>
              </h2>
              <ul>
                {group.entries.map((entry) => (
                  <Entry key={`${entry.noun} ${entry.id}`} workspaceId={workspaceId} entry={entry} />
                ))}
              </ul>
            </section>
          ),
      )}
      <p className="muted">
        {t('{differences}. Not compared: the order of themes among their siblings, and groups, identifiers and designations of actors.', {
          differences: counted(entries.length, 'difference'),
        })}
      </p>
    </div>
  )
}

function Entry({ workspaceId, entry }: { workspaceId: string; entry: ComparedEntry }) {
  const { noun, id, name, into, fields } = entry
  return (
    <li>
      <p>
        {noun === 'kind' ? <bdi>{name}</bdi> : <Link href={historyPath(workspaceId, { entryId: id })}>{<bdi>{name}</bdi>}</Link>}
        <span className="muted"> {noun}</span>
        {into && (
          <>
            {' '}
            {t('into')} <bdi>{into}</bdi>
          </>
        )}
      </p>
      {fields.length > 0 && <FieldChangeLines fields={fields} />}
    </li>
  )
}
