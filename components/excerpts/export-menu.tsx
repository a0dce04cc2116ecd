import { useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { t } from '#/lib/message/t.ts'
import { type Query, theseExcerpts } from '#/lib/query/query.ts'
import { FormatsDialog } from './formats-dialog.tsx'

interface ExportMenuProps {
  workspaceId: string
  query: Query
  /** How many match; null while they are counted. */
  total: number | null
  /** Annotation ids. */
  selected: readonly string[]
}

/** Takes out what the filter shows, or what is ticked, in one of the formats. */
export function ExportMenu({ workspaceId, query, total, selected }: ExportMenuProps) {
  const [explains, setExplains] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  useCommand('excerpts.export', () => box.current?.querySelector('button')?.click())
  const matching = total === null ? 'all that match' : `all ${total.toLocaleString('en')} that match`
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
            query={theseExcerpts(selected)}
          />
        )}
        {selected.length > 0 && <hr />}
        <Formats title={t('Export {matching}', { matching })} workspaceId={workspaceId} query={query} />
        <hr />
        <MenuItem onSelect={() => setExplains(true)}>{t('What each format keeps')}</MenuItem>
      </Menu>
      <FormatsDialog open={explains} onClose={() => setExplains(false)} />
    </span>
  )
}

function Formats({ title, workspaceId, query }: { title: string; workspaceId: string; query: Query }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menu items
    <div role="group" aria-label={title} className="formatmenu">
      <p className="menu__head label" aria-hidden="true">
        {title}
      </p>
      {EXPORT_FORMATS.map(({ id, badge, name, holds }) => (
        <FormatLink key={id} href={exportAddress(workspaceId, id, query)} badge={badge} name={name} holds={holds} />
      ))}
    </div>
  )
}
