'use client'

import { useSaveStatus } from '#/components/collab/use-save-status.ts'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { Skeleton } from '#/components/ui/skeleton.tsx'
import { t } from '#/lib/message/t.ts'

/** What stands in place of the text while it loads, and why it does not come when it does not. */
export function PageState({ title }: { title: string }) {
  const isOffline = useSaveStatus((status) => status.state === 'offline')
  if (isOffline)
    return (
      <div className="closednote" role="alert">
        <EmptyState
          title={t('This document did not open')}
          lead={t(
            'The server cannot be reached, and this device has no copy of the text. It opens by itself as soon as the connection is back.',
          )}
        >
          <Button look="primary" onClick={() => location.reload()}>
            {t('Try again')}
          </Button>
        </EmptyState>
      </div>
    )
  return (
    <div className="sheet">
      <div className="lanes" />
      <div className="column">
        <p className="sr">{t('Loading {title}', { title })}</p>
        <Skeleton lines={14} />
      </div>
      <div className="cards" />
    </div>
  )
}
