import { useState } from 'react'
import type { ExcerptFilter } from '#/lib/excerpt/filter.ts'
import { FilterChip } from './filter-chip.tsx'

/** The days between which documents were published. */
export function PublishedChip({ filter, onChange }: { filter: ExcerptFilter; onChange: (filter: ExcerptFilter) => void }) {
  const { publishedFrom, publishedTo } = filter
  return (
    <FilterChip
      field="Published"
      value={`${publishedFrom ?? ''} to ${publishedTo ?? ''}`}
      onRemove={() => onChange({ ...filter, publishedFrom: null, publishedTo: null })}
    >
      <span className="qf__value">
        <DayInput
          key={`from ${publishedFrom}`}
          label="Published from"
          day={publishedFrom}
          onChange={(day) => onChange({ ...filter, publishedFrom: day })}
        />
        to
        <DayInput
          key={`to ${publishedTo}`}
          label="Published to"
          day={publishedTo}
          onChange={(day) => onChange({ ...filter, publishedTo: day })}
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
