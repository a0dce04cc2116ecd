'use client'

import { type ReactNode, useState } from 'react'
import { useCollab } from '#/components/collab/collab-provider.tsx'
import { useSaveStatus } from '#/components/collab/use-save-status.ts'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'
import { useModel, useReader } from './reader-context.ts'
import { useTagsLate } from './use-tags-late.ts'

/** Sentences over the text when something is not as usual, and the one live region of the page. */
export function ReaderNotices() {
  const model = useModel()
  const client = useCollab()
  const isOffline = useSaveStatus((status) => status.state === 'offline')
  const announcement = useReader((reader) => reader.announcement)
  const isLate = useTagsLate()
  const cannotKeep = isOffline && client?.keepsOnDevice === false
  return (
    <>
      <p className="sr" role="status">
        {announcement}
      </p>
      <div className="desknotices">
        {cannotKeep && <Warning>{t('This browser cannot keep changes offline. Copy your text before closing.')}</Warning>}
        {isLate && (
          <Warning>
            <span className="grow">{t('The statements of this document did not load. The text can be read; we keep trying.')}</span>
            <Button onClick={() => location.reload()}>{t('Try again')}</Button>
          </Warning>
        )}
      </div>
      {!model.can('tag') && (
        <p className="banner hide-small">
          <Icon name="lock" />
          {t('{value} Ask an owner of the workspace to let you tag or edit.', {
            value: model.can('comment') ? t('You can read and comment here.') : t('You can read here.'),
          })}
        </p>
      )}
    </>
  )
}

/** Something that came while somebody read. It lies over the text, so it can be put away. */
function Warning({ children }: { children: ReactNode }) {
  const [isAway, setIsAway] = useState(false)
  if (isAway) return null
  return (
    <div className="banner banner--error" role="alert">
      <Icon name="alert" />
      {children}
      <IconButton icon="x" label={t('Put this notice away')} small onClick={() => setIsAway(true)} />
    </div>
  )
}
