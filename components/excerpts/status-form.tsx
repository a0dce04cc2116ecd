import { useState } from 'react'
import { Select } from '#/components/ui/select.tsx'
import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import { STATUSES, type Status } from '#/lib/annotation/facts.ts'
import { factName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'

interface StatusFormProps {
  /** Whether statements of others are changed too. */
  everyone: boolean
  onEdit: (edit: BulkEdit | null) => void
}

/** The value that stands for no status. */
const NONE = 'none'

/** Whether what the statements report happened. */
export function StatusForm({ everyone, onEdit }: StatusFormProps) {
  const [status, setStatus] = useState('')
  const choose = (value: string) => {
    setStatus(value)
    onEdit(value === '' ? null : { act: 'status', status: value === NONE ? null : (value as Status) })
  }
  return (
    <>
      <Select
        label={t('Status')}
        value={status}
        options={[
          { value: '', label: t('Choose…') },
          ...STATUSES.map((value) => ({ value, label: factName(value) })),
          { value: NONE, label: t('No status') },
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      <p className="muted">
        {everyone ? t('Statements of everybody are changed.') : t('Only your own statements are changed; those of others stay.')}
      </p>
    </>
  )
}
