import { useState } from 'react'
import { type ExcerptFilter, withoutField } from '#/lib/excerpt/filter.ts'
import { t } from '#/lib/message/t.ts'
import { FilterChip } from './filter-chip.tsx'

const WORDS = {
  get published() {
    return t('Published')
  },
  get happened() {
    return t('Happened')
  },
} as const

interface DaysChipProps {
  of: keyof typeof WORDS
  filter: ExcerptFilter
  onChange: (filter: ExcerptFilter) => void
}

/** The days between which documents were published, or events happened. */
export function DaysChip({ of, filter, onChange }: DaysChipProps) {
  const [from, to] = [filter[`${of}From`], filter[`${of}To`]]
  return (
    <FilterChip field={WORDS[of]} value={t('{from} to {to}', { from, to })} onRemove={() => onChange(withoutField(filter, of))}>
      <span className="qf__value">
        <DayInput
          key={`from ${from}`}
          label={t('{value} from', { value: WORDS[of] })}
          day={from}
          onChange={(day) => onChange({ ...filter, [`${of}From`]: day })}
        />
        {t('to')}
        <DayInput
          key={`to ${to}`}
          label={t('{value} to', { value: WORDS[of] })}
          day={to}
          onChange={(day) => onChange({ ...filter, [`${of}To`]: day })}
        />
      </span>
    </FilterChip>
  )
}

/** Asks when it is left or Enter is pressed: a day being typed is not one yet. */
function DayInput({ label, day, onChange }: { label: string; day: string | null; onChange: (day: string | null) => void }) {
  const [value, setValue] = useState(day ?? '')
  const done = () => {
    if (value !== (day ?? '')) onChange(value || null)
  }
  return (
    <input
      type="date"
      className="qf__day"
      aria-label={label}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done()
      }}
    />
  )
}
