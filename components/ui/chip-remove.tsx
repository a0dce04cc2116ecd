import { t } from '#/lib/message/t.ts'
import { Icon } from './icon.tsx'

interface ChipRemoveProps {
  name: string
  onRemove: () => void
  /** -1 takes it out of the tab order, where keys remove the chip. */
  tabIndex?: number
}

/** The small cross at the end of a removable chip. */
export function ChipRemove({ name, onRemove, tabIndex }: ChipRemoveProps) {
  return (
    <button type="button" className="x" tabIndex={tabIndex} aria-label={t('Remove {name}', { name })} onClick={onRemove}>
      <Icon name="x" small />
    </button>
  )
}
