import { useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import { EVERYTHING, type ExcerptFilter } from '#/lib/excerpt/filter.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { t } from '#/lib/message/t.ts'
import { FormatsDialog } from './formats-dialog.tsx'

interface ExportMenuProps {
  workspaceId: string
  filter: ExcerptFilter
  /** How many match; null while they are counted. */
  total: number | null
  /** Annotation ids. */
  selected: readonly string[]
}

/** Takes out what the filter shows, or what is ticked, in one of the formats. */
export function ExportMenu({ workspaceId, filter, total, selected }: ExportMenuProps) {
  const [explains, setExplains] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  useCommand('excerpts.export', () => box.current?.querySelector('button')?.click())
  const matching = total === null ? t('all that match') : t('all {total} that match', { total })
  return (
    <span ref={box}>
      <Menu
        label={t('Export')}
        align="end"
        triggerClassName="btn btn--primary"
        trigger={
          <>
            <Icon name="download" />
            {t('Export')}
          </>
        }
      >
        {selected.length > 0 && (
          <Formats
            title={t('Export {selected} selected', { selected: selected.length })}
            workspaceId={workspaceId}
            filter={{ ...EVERYTHING, state: 'all', ids: [...selected] }}
          />
        )}
        {selected.length > 0 && <hr />}
        <Formats title={t('Export {matching}', { matching })} workspaceId={workspaceId} filter={filter} />
        <hr />
        <MenuItem onSelect={() => setExplains(true)}>{t('What each format keeps')}</MenuItem>
      </Menu>
      <FormatsDialog open={explains} onClose={() => setExplains(false)} />
    </span>
  )
}

function Formats({ title, workspaceId, filter }: { title: string; workspaceId: string; filter: ExcerptFilter }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menu items
    <div role="group" aria-label={title} className="formatmenu">
      <p className="menu__head label" aria-hidden="true">
        {title}
      </p>
      {EXPORT_FORMATS.map(({ id, badge, name, holds }) => (
        <FormatLink key={id} href={exportAddress(workspaceId, id, filter)} badge={badge} name={name} holds={holds} />
      ))}
    </div>
  )
}
