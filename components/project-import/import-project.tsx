'use client'

import { useState } from 'react'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { t } from '#/lib/message/t.ts'

const ImportProjectDialog = onDemand(() => import('./import-project-dialog.tsx').then((module) => module.ImportProjectDialog))

/** A button that opens the way in for projects of other programs. */
export function ImportProject({ workspaceId, className }: { workspaceId: string; className: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {t('Import a project')}
      </button>
      {isOpen && <ImportProjectDialog workspaceId={workspaceId} onClose={() => setOpen(false)} />}
    </>
  )
}
