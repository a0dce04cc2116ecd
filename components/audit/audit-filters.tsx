'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useTransition } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { type AuditFilter, parseAuditFilter, printAuditFilter } from '#/lib/audit/audit-filter.ts'
import { AUDIT_GROUPS, GROUP_NAMES } from '#/lib/audit/event-groups.ts'
import { t } from '#/lib/message/t.ts'

interface AuditFiltersProps {
  /** Address of the page without parameters. */
  path: string
  filter: AuditFilter
  people: readonly { id: string; name: string }[]
}

const GROUPS = [
  {
    value: '',
    get label() {
      return t('Everything')
    },
  },
  ...AUDIT_GROUPS.map((group) => ({ value: group, label: GROUP_NAMES[group] })),
]

/** What the log is narrowed to; it goes into the address. Days are those of the reader's time zone. */
export function AuditFilters({ path, filter, people }: AuditFiltersProps) {
  const router = useRouter()
  const [busy, start] = useTransition()
  const asked = printAuditFilter(filter).toString()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new URLSearchParams([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    typed.set('zone', new Intl.DateTimeFormat().resolvedOptions().timeZone)
    const wanted = printAuditFilter(parseAuditFilter(typed)).toString()
    start(() => router.push(wanted ? `${path}?${wanted}` : path))
  }

  return (
    <search aria-label={t('Filter the audit log')}>
      {/* another address fills the fields anew */}
      <form key={asked} className="auditfilters" method="get" action={path} onSubmit={submit}>
        <Select
          label={t('Person')}
          name="person"
          defaultValue={filter.userId ?? ''}
          options={[{ value: '', label: t('Everybody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Select label={t('About')} name="group" defaultValue={filter.group ?? ''} options={GROUPS} />
        <TextInput label={t('From')} name="from" type="date" defaultValue={filter.from ?? ''} />
        <TextInput label={t('To')} name="to" type="date" defaultValue={filter.to ?? ''} />
        <TextInput label={t('Name or title')} name="q" type="search" defaultValue={filter.text} autoComplete="off" />
        <div className="row">
          <Button look="primary" icon="filter" type="submit" busy={busy}>
            {t('Show')}
          </Button>
          {asked && (
            <Link className="btn btn--quiet" href={path}>
              {t('Show all')}
            </Link>
          )}
        </div>
      </form>
    </search>
  )
}
