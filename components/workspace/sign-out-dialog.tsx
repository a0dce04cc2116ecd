'use client'

import { ConfirmDialog } from '#/components/ui/confirm-dialog.tsx'
import { t } from '#/lib/message/t.ts'

interface SignOutDialogProps {
  /** Changes that only this device has; null: nothing to ask. */
  unsaved: number | null
  onConfirm: () => void
  onClose: () => void
}

/** Signing out removes what this device keeps, so unsent work is named first. */
export function SignOutDialog({ unsaved, onConfirm, onClose }: SignOutDialogProps) {
  return (
    <ConfirmDialog
      open={unsaved !== null}
      title={t('Sign out and lose changes?')}
      confirmLabel={t('Sign out and lose them')}
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {t(
          '{unsaved, plural, one {# change is only on this device and not saved yet. Signing out removes it. Stay signed in until the bar says Saved.} other {# changes are only on this device and not saved yet. Signing out removes them. Stay signed in until the bar says Saved.}}',
          { unsaved },
        )}
      </p>
    </ConfirmDialog>
  )
}
