'use client'

import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { AUDIT_FORMATS } from '#/lib/audit/export-formats.ts'
import { t } from '#/lib/message/t.ts'

/** Takes the entries the filter asks for out. `asked`: the filter's address parameters. */
export function AuditExport({ workspaceId, asked }: { workspaceId: string; asked: string }) {
  return (
    <Menu
      label={t('Export the audit log')}
      align="end"
      triggerClassName="btn"
      trigger={
        <>
          <Icon name="download" />
          {t('Export')}
        </>
      }
    >
      <div className="formatmenu">
        {AUDIT_FORMATS.map(({ id, badge, name, holds }) => (
          <FormatLink
            key={id}
            href={`/api/audit/${workspaceId}?format=${id}${asked && `&${asked}`}`}
            badge={badge}
            name={name}
            holds={holds}
          />
        ))}
      </div>
    </Menu>
  )
}
