import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'

interface TableButtonProps {
  isTable: boolean
  /** Whether there is nothing to show either way. */
  isEmpty: boolean
  onChange: (isTable: boolean) => void
}

/** Shows a picture as a table, and again as the picture. */
export function TableButton({ isTable, isEmpty, onChange }: TableButtonProps) {
  return <IconButton icon="list" label={t('Open as table')} aria-pressed={isTable} disabled={isEmpty} onClick={() => onChange(!isTable)} />
}
