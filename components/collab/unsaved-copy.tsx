'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { ConfirmDialog } from '#/components/ui/confirm-dialog.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import type { UnsavedRoom } from '#/lib/collab/unsaved-work.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { downloadUnsaved } from './unsaved-files.ts'

interface UnsavedCopyProps {
  /** What happened, what was kept and what to do. */
  why: string
  /** Number of changes that were not taken. */
  changes: number
  /** What is downloaded; default: "my unsaved changes", when there are any. */
  what?: string | undefined
  /** Asked when something is downloaded. */
  rooms: () => readonly UnsavedRoom[]
  /** Gives the copy up; absent where it will still be sent. */
  onDiscard?: (() => Promise<void>) | undefined
  onHide: () => void
  /** What else helps: a button or link. */
  children?: ReactNode
}

/** Work that was not taken: why, and how to take it home. The same wherever that happens. */
export function UnsavedCopy({
  why,
  changes,
  what = changes > 0 ? t('my unsaved changes') : undefined,
  rooms,
  onDiscard,
  onHide,
  children,
}: UnsavedCopyProps) {
  const [isAsking, setIsAsking] = useState(false)
  const discard = async () => {
    setIsAsking(false)
    await onDiscard?.()
  }
  return (
    <section className="unsaved" aria-label={t('Unsaved changes')}>
      <Icon name="alert" />
      <p role="alert">{why}</p>
      <IconButton icon="x" label={t('Hide')} onClick={onHide} />
      <div className="unsaved__foot">
        {children}
        {what && (
          <>
            <Button icon="download" onClick={() => downloadUnsaved('txt', why, rooms())}>
              {t('Download {what}', { what })}
            </Button>
            <Button look="quiet" onClick={() => downloadUnsaved('json', why, rooms())}>
              {t('With everything, as JSON')}
            </Button>
          </>
        )}
        {onDiscard && (
          <Button look="quiet" onClick={() => setIsAsking(true)}>
            {t('Discard')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isAsking}
        title={changes > 0 ? t('Discard {changes}?', { changes: counted(changes, 'unsaved change') }) : t('Discard this copy?')}
        confirmLabel={t('Discard')}
        danger
        onConfirm={discard}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('Nobody but this device has this work. Download it first if you may need the words.')}</p>
      </ConfirmDialog>
    </section>
  )
}
