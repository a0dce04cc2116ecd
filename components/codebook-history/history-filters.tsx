import Form from 'next/form'
import Link from 'next/link'
import { Button } from '#/components/ui/button.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { HistoryQuery } from '#/lib/codebook/history-query.ts'
import { historyPath } from './history-place.ts'

const WHAT = [
  { value: '', label: 'Everything' },
  { value: 'theme', label: 'Themes' },
  { value: 'actor', label: 'Actors' },
  { value: 'kind', label: 'Kinds of actors' },
  { value: 'codebook', label: 'Imports and other bulk changes' },
]

interface HistoryFiltersProps {
  workspaceId: string
  query: HistoryQuery
  /** Name of the entry that is asked for. */
  entryName: string | null
}

/** What the history is narrowed to; it goes into the address. */
export function HistoryFilters({ workspaceId, query, entryName }: HistoryFiltersProps) {
  const { entryId, entry, text } = query
  return (
    <search aria-label="Filter the history">
      <Form key={`${entryId} ${entry} ${text}`} className="historyform" action={historyPath(workspaceId)}>
        {entryId && (
          <p className="historyform__entry">
            <input type="hidden" name="entry" value={entryId} />
            <span className="chip chip--lg">
              Only <bdi>{entryName ?? 'an unknown entry'}</bdi>
            </span>
            <Link href={historyPath(workspaceId, { entry, text })}>Show all entries</Link>
          </p>
        )}
        <Select label="About" name="what" defaultValue={entry ?? ''} options={WHAT} />
        <TextInput label="Name" name="q" type="search" defaultValue={text} autoComplete="off" />
        <div className="row">
          <Button icon="filter" type="submit">
            Show
          </Button>
          {(entry || text) && (
            <Link className="btn btn--quiet" href={historyPath(workspaceId, { entryId })}>
              Show all
            </Link>
          )}
        </div>
      </Form>
    </search>
  )
}
