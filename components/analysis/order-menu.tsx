import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import type { Head, Order } from '#/lib/analysis/arrange.ts'
import { t } from '#/lib/message/t.ts'
import { MenuGroup } from './menu-group.tsx'

interface OrderMenuProps {
  order: Order
  columns: readonly Head[]
  rowsAre: 'actors' | 'themes'
  onOrder: (order: Order) => void
}

/** In which order the rows and the columns of the matrix stand. */
export function OrderMenu({ order, columns, rowsAre, onOrder }: OrderMenuProps) {
  const by = typeof order.rows === 'object' ? order.rows.column : order.rows
  const words = { usual: t('In their branches'), total: t('Most excerpts'), name: t('Name') }
  const ofRows = rowsAre === 'actors' ? (['usual', 'name'] as const) : (['usual', 'total', 'name'] as const)
  return (
    <Menu label={t('Order of rows and columns')} triggerClassName="ibtn" trigger={<Icon name="swap" />}>
      <MenuGroup label={t('Order of rows')}>
        {ofRows.map((rows) => (
          <MenuChoice key={rows} checked={by === rows} onSelect={() => onOrder({ ...order, rows })}>
            {rows === 'usual' && rowsAre === 'actors' ? words.total : words[rows]}
          </MenuChoice>
        ))}
        {columns.map(({ id, name }) => (
          <MenuChoice key={id} checked={by === id} onSelect={() => onOrder({ ...order, rows: { column: id } })}>
            {t('Most in {column}', { column: name })}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuGroup label={t('Order of columns')}>
        {(['usual', 'total', 'name'] as const).map((one) => (
          <MenuChoice key={one} checked={order.columns === one} onSelect={() => onOrder({ ...order, columns: one })}>
            {words[one]}
          </MenuChoice>
        ))}
      </MenuGroup>
    </Menu>
  )
}
