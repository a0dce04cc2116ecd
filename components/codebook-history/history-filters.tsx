import Form from 'next/form'
import Link from 'next/link'
import { Button } from '#/components/ui/button.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { HistoryQuery } from '#/lib/codebook/history-query.ts'
import { t } from '#/lib/message/t.ts'
import { historyPath } from './history-place.ts'

const WHAT = [
  {
    value: '',
    get label() {
      return t('Everything')
    },
  },
  {
    value: 'theme',
    get label() {
      return t('Themes')
    },
  },
  {
    value: 'actor',
    get label() {
      return t('Actors')
    },
  },
  {
    value: 'kind',
    get label() {
      return t('Kinds of actors')
    },
  },
  {
    value: 'codebook',
    get label() {
      return t('Imports and other bulk changes')
    },
  },
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
    <search aria-label={t('Filter the history')}>
      <Form key={`${entryId} ${entry} ${text}`} className="historyform" action={historyPath(workspaceId)}>
        {entryId && (
          <p className="historyform__entry">
            <input type="hidden" name="entry" value={entryId} />
            <span className="chip chip--lg">
              {t('Only')} <bdi>{entryName ?? t('an unknown entry')}</bdi>
            </span>
            <Link href={historyPath(workspaceId, { entry, text })}>{t('Show all entries')}</Link>
          </p>
        )}
        <Select label={t('About')} name="what" defaultValue={entry ?? ''} options={WHAT} />
        <TextInput label={t('Name')} name="q" type="search" defaultValue={text} autoComplete="off" />
        <div className="row">
          <Button icon="filter" type="submit">
            {t('Show')}
          </Button>
          {(entry || text) && (
            <Link className="btn btn--quiet" href={historyPath(workspaceId, { entryId })}>
              {t('Show all')}
            </Link>
          )}
        </div>
      </Form>
    </search>
  )
}
