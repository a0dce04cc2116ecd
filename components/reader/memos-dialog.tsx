'use client'

import { MemoPanel } from '#/components/memos/memo-panel.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { t } from '#/lib/message/t.ts'

interface MemosDialogProps {
  open: boolean
  onClose: () => void
  workspaceId: string
  documentId: string
}

/** What people wrote about the open document. */
export function MemosDialog({ open, onClose, workspaceId, documentId }: MemosDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={t('Memos on this document')}>
      <MemoPanel workspaceId={workspaceId} subject="document" subjectId={documentId} title={null} />
    </Dialog>
  )
}
