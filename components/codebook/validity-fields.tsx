'use client'

import { TextInput } from '#/components/ui/text-input.tsx'
import type { Validity } from '#/lib/codebook/validity.ts'
import { t } from '#/lib/message/t.ts'

interface ValidityFieldsProps {
  value: Validity
  onChange: (value: Validity) => void
  error?: string
}

/** First and last day of something; an empty field is an open end. */
export function ValidityFields({ value, onChange, error }: ValidityFieldsProps) {
  return (
    <div className="daypair">
      <TextInput
        label={t('From')}
        type="date"
        value={value.from ?? ''}
        error={error}
        hint={t('Empty: since ever.')}
        onChange={(event) => onChange({ ...value, from: event.target.value || null })}
      />
      <TextInput
        label={t('Until')}
        type="date"
        value={value.until ?? ''}
        hint={t('The last day. Empty: to this day.')}
        onChange={(event) => onChange({ ...value, until: event.target.value || null })}
      />
    </div>
  )
}
