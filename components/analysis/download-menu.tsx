import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { saveFile } from '#/components/ui/save-file.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { pngOf } from './png-of.ts'

interface DownloadMenuProps {
  /** The beginning of the names of files. */
  name: string
  /** The picture as a file; null: there is none. */
  svg: () => string | null
  /** CSV. */
  tables: readonly { label: string; name: string; make: () => string }[]
  /** The same as a graph; only of networks. */
  graphml?: () => string
}

/** Takes a picture out, as it is seen, or the figures behind it. */
export function DownloadMenu({ name, svg, tables, graphml }: DownloadMenuProps) {
  const save = async (kind: 'svg' | 'png') => {
    const picture = svg()
    if (picture === null) return
    if (kind === 'svg') return saveFile(`${name}.svg`, 'image/svg+xml', picture)
    const png = await pngOf(picture).catch(() => null)
    if (png) saveFile(`${name}.png`, 'image/png', png)
    else showToast(t('This browser could not draw the picture. Download it as SVG instead.'))
  }
  return (
    <Menu align="end" label={t('Download this picture')} triggerClassName="ibtn" trigger={<Icon name="download" />}>
      <MenuItem onSelect={() => void save('svg')}>{t('SVG, to edit and print')}</MenuItem>
      <MenuItem onSelect={() => void save('png')}>{t('PNG, to paste')}</MenuItem>
      {tables.map((table) => (
        <MenuItem key={table.name} onSelect={() => saveFile(`${name}-${table.name}.csv`, 'text/csv', table.make())}>
          {table.label}
        </MenuItem>
      ))}
      {graphml && (
        <MenuItem onSelect={() => saveFile(`${name}.graphml`, 'application/graphml+xml', graphml())}>
          {t('GraphML, for visone, Gephi and R')}
        </MenuItem>
      )}
    </Menu>
  )
}
