import type { ReactNode } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'

interface FilterChipProps {
  field: string
  /** In words, for the button that removes it. */
  value: string
  /** What to show in place of the value; controls that change it. */
  children?: ReactNode
  /** Base hue 1 to 12. */
  hue?: number
  onRemove: () => void
}

/** One condition of a filter: field, value, remove. */
export function FilterChip({ field, value, children, hue, onRemove }: FilterChipProps) {
  return (
    <span className="qf" data-h={hue}>
      <span>{field}</span>
      {children ?? (
        <span className="qf__value" title={value}>
          <bdi>{value}</bdi>
        </span>
      )}
      <button type="button" aria-label={t('Remove filter {field} {value}', { field, value })} onClick={onRemove}>
        <Icon name="x" small />
      </button>
    </span>
  )
}
