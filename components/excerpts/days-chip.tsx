import { useState } from 'react'
import { t } from '#/lib/message/t.ts'
import type { DayCondition } from '#/lib/query/query.ts'
import { conditionName } from './condition-name.ts'
import { FilterChip } from './filter-chip.tsx'

interface DaysChipProps {
  asked: DayCondition
  /** null: no longer asked. */
  onChange: (asked: DayCondition | null) => void
}

/** The days between which documents were published, events happened, or passages were tagged. */
export function DaysChip({ asked, onChange }: DaysChipProps) {
  const { from, to } = asked
  const name = conditionName(asked.is)
  return (
    <FilterChip field={name} value={t('{from} to {to}', { from, to })} onRemove={() => onChange(null)}>
      <span className="qf__value">
        <DayInput
          key={`from ${from}`}
          label={t('{value} from', { value: name })}
          day={from}
          onChange={(day) => onChange({ ...asked, from: day })}
        />
        {t('to')}
        <DayInput key={`to ${to}`} label={t('{value} to', { value: name })} day={to} onChange={(day) => onChange({ ...asked, to: day })} />
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
