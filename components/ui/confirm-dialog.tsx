'use client'

import type { ReactNode } from 'react'
import { t } from '#/lib/message/t.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  open: boolean
  title: string
  /** What will happen, with exact counts. */
  children: ReactNode
  /** A verb: "Remove", "Delete 13 statements". */
  confirmLabel: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone. What can be undone is done at once, with an undo in a toast instead. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  danger = false,
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look={danger ? 'danger' : 'primary'} icon={danger ? 'alert' : undefined} busy={busy} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onClose} title={title} foot={foot}>
      <div className="stack">{children}</div>
    </Dialog>
  )
}
