import Link from 'next/link'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { ClaimFilter } from '#/lib/claims/claim.ts'
import { t } from '#/lib/message/t.ts'

interface ClaimFiltersProps {
  path: string
  view: string
  filter: ClaimFilter
  sources: readonly { id: string; name: string }[]
}

/** What the claims are narrowed to: a form that puts it in the address. */
export function ClaimFilters({ path, view, filter, sources }: ClaimFiltersProps) {
  const isNarrowed = Object.values(filter).some((value) => value !== null)
  const options = [{ value: '', label: t('All sources') }, ...sources.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    // Fields begin anew with every filter, so that the browser's own memory of them is never in the way.
    <form key={JSON.stringify(filter)} className="claimfilters" action={path} aria-label={t('Narrow the claims')}>
      <input type="hidden" name="view" value={view} />
      <Select label={t('Source')} name="actor" defaultValue={filter.actorId ?? ''} options={options} />
      <TextInput label={t('From')} name="from" type="date" defaultValue={filter.from ?? ''} />
      <TextInput label={t('Until')} name="until" type="date" defaultValue={filter.until ?? ''} />
      <button type="submit" className="btn">
        {t('Show')}
      </button>
      {isNarrowed && <Link href={`${path}?view=${view}`}>{t('Show all')}</Link>}
    </form>
  )
}
