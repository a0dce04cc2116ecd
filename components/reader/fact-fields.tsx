'use client'

import { useState } from 'react'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { PLACE_LENGTH } from '#/lib/annotation/facts.ts'
import { FACT_LENGTH } from '#/lib/annotation/limits.ts'
import { pointInWords } from '#/lib/annotation/point-in-words.ts'
import { readTypedPoint } from '#/lib/annotation/typed-point.ts'
import { dateInWords } from '#/lib/date/date-in-words.ts'
import { parseEdtf } from '#/lib/date/edtf.ts'
import { readTypedDate } from '#/lib/date/typed-date.ts'
import { t } from '#/lib/message/t.ts'
import { certaintyChoices, type FactDraft, precisionChoices, statusChoices } from './fact-draft.ts'
import { ReporterChain } from './reporter-chain.tsx'
import type { FieldProblem } from './save-popover.ts'

interface FactFieldsProps {
  facts: FactDraft
  onChange: (facts: Partial<FactDraft>) => void
  /** Whether this reader may set them; otherwise they are shown only. */
  mayChange: boolean
  /** What kept the statement from being saved. */
  problem: FieldProblem | null
}

/** The fields for what a statement says about the event. What is typed is read back in words under its field. */
export function FactFields({ facts, onChange, mayChange, problem }: FactFieldsProps) {
  return (
    <fieldset className="facts" aria-label={t('Details')} disabled={!mayChange}>
      {!mayChange && <p className="facts__note">{t('Only its author or an editor can change the details of this statement.')}</p>}
      <Select
        label={t('Status')}
        data-field="status"
        value={facts.status}
        options={statusChoices()}
        onChange={({ target }) => onChange({ status: target.value as FactDraft['status'] })}
      />
      <Select
        label={t('Certainty')}
        data-field="certainty"
        value={facts.certainty}
        options={certaintyChoices()}
        onChange={({ target }) => onChange({ certainty: target.value as FactDraft['certainty'] })}
      />
      <ReadBack
        label={t('Date of the event')}
        field="date"
        placeholder={t('30 Nov 2024')}
        value={facts.date}
        readBack={dateReadBack}
        problem={problem}
        onChange={(date) => onChange({ date })}
      />
      <TextInput
        label={t('Place')}
        data-field="place"
        placeholder={t('Aleppo')}
        autoComplete="off"
        maxLength={PLACE_LENGTH}
        value={facts.place}
        onChange={({ target }) => onChange({ place: target.value })}
      />
      <ReadBack
        label={t('Coordinates')}
        field="placePoint"
        placeholder="36.2, 37.16"
        value={facts.placePoint}
        readBack={pointReadBack}
        problem={problem}
        onChange={(placePoint) => onChange({ placePoint })}
      />
      <Select
        label={t('How exact')}
        data-field="placePrecision"
        value={facts.placePrecision}
        options={precisionChoices()}
        onChange={({ target }) => onChange({ placePrecision: target.value as FactDraft['placePrecision'] })}
      />
      <ReporterChain chain={facts.reportedBy} onChange={(reportedBy) => onChange({ reportedBy })} />
    </fieldset>
  )
}

interface ReadBackProps {
  label: string
  field: FieldProblem['field']
  placeholder: string
  value: string
  /** What the typed text means, in words (empty: just that), or why it means nothing. */
  readBack: (typed: string) => { ok: true; words: string } | { ok: false; reason: string }
  problem: FieldProblem | null
  onChange: (value: string) => void
}

/** A field that says how it understood what was typed; what is wrong it says once the field is left, not while typing. */
function ReadBack({ label, field, placeholder, value, readBack, problem, onChange }: ReadBackProps) {
  const [left, setLeft] = useState(false)
  const read = value.trim() === '' ? null : readBack(value)
  const error = read && !read.ok && (left || problem?.field === field) ? read.reason : undefined
  return (
    <TextInput
      label={label}
      data-field={field}
      placeholder={placeholder}
      autoComplete="off"
      maxLength={FACT_LENGTH}
      value={value}
      error={error}
      hint={read?.ok && read.words !== '' ? <span role="status">{read.words}</span> : undefined}
      onChange={({ target }) => {
        setLeft(false)
        onChange(target.value)
      }}
      onBlur={() => setLeft(true)}
    />
  )
}

function dateReadBack(typed: string): ReturnType<ReadBackProps['readBack']> {
  const read = readTypedDate(typed)
  if (!read.ok) return read
  const words = dateInWords(read.date)
  const precision = `a ${parseEdtf(read.date)?.precision ?? 'range'}`
  return {
    ok: true,
    words: words === typed.trim() ? t('Read as {precision}.', { precision }) : t('Read as {words}, {precision}.', { words, precision }),
  }
}

function pointReadBack(typed: string): ReturnType<ReadBackProps['readBack']> {
  const read = readTypedPoint(typed)
  if (!read.ok) return read
  const words = pointInWords(read.point)
  return { ok: true, words: words === typed.trim() ? '' : t('Read as {words}.', { words }) }
}
