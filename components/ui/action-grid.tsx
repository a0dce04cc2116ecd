import type { ReactNode } from 'react'
import { t } from '#/lib/message/t.ts'

interface Column {
  name: string
  className?: string
}

interface ActionGridProps {
  /** What the table lists. */
  label: string
  className?: string
  /** All but the last, which holds what can be done with a row. */
  columns: readonly Column[]
  /** Its rows. */
  children: ReactNode
}

/** A table whose rows end with buttons: the name of their column is for those who cannot see that they are buttons. */
export function ActionGrid({ label, className = '', columns, children }: ActionGridProps) {
  return (
    <table className={`grid ${className}`.trimEnd()} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} className={column.className}>
              {column.name}
            </th>
          ))}
          <th>
            <span className="sr">{t('Actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
