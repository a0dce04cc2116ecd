import { useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import { TABLE_FORMATS } from '#/lib/format/export/formats-of-tables.ts'
import { t } from '#/lib/message/t.ts'
import { type Query, theseExcerpts } from '#/lib/query/query.ts'

const ExportDialog = onDemand(() => import('#/components/exports/export-dialog.tsx').then((module) => module.ExportDialog))

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
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  useCommand('excerpts.export', () => box.current?.querySelector('button')?.click())
  const ticked = selected.length > 0 ? theseExcerpts(selected) : null
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
        {ticked && (
          <Formats title={t('Export {selected} selected', { selected: selected.length })} workspaceId={workspaceId} query={ticked} />
        )}
        {ticked && <hr />}
        <Formats title={t('Export {matching}', { matching })} workspaceId={workspaceId} query={query} />
        <hr />
        <MenuItem onSelect={() => setIsOpen(true)}>{t('All formats…')}</MenuItem>
      </Menu>
      {isOpen && (
        <ExportDialog
          workspaceId={workspaceId}
          query={query}
          ticked={ticked && { query: ticked, count: selected.length }}
          onClose={() => setIsOpen(false)}
        />
      )}
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
      {TABLE_FORMATS.map(({ id, badge, words }) => {
        const { name, holds } = words()
        return <FormatLink key={id} href={exportAddress(workspaceId, id, query)} badge={badge} name={name} holds={holds} />
      })}
    </div>
  )
}
