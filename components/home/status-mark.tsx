import { Icon } from '#/components/ui/icon.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { type DocumentStatus, STATUS_NAMES } from '#/lib/document/status.ts'

export const STATUS_ICONS: Record<DocumentStatus, IconName> = {
  new: 'new',
  'in-progress': 'clock',
  blind: 'lock',
  'in-review': 'layers',
  done: 'check',
}

/** How far the team is with a document: a shape and a word. */
export function StatusMark({ status }: { status: DocumentStatus }) {
  return (
    <span className="status">
      <Icon name={STATUS_ICONS[status]} />
      {STATUS_NAMES[status]}
    </span>
  )
}
