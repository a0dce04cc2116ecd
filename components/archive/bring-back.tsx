'use client'

import './archive.css'
import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { useRefreshWhile } from '#/components/ui/use-refresh-while.ts'
import { t } from '#/lib/message/t.ts'

const BringBackDialog = onDemand(() => import('./bring-back-dialog.tsx').then((module) => module.BringBackDialog))

interface BringBackProps {
  /** What is being brought back for this person, begun here or on another page; null: nothing. */
  underWay: { name: string; done: number; of: number } | null
}

/** The way in for archives of workspaces. */
export function BringBack({ underWay }: BringBackProps) {
  const [isOpen, setOpen] = useState(false)
  useRefreshWhile(underWay !== null && !isOpen)
  return (
    <div className="archive__entry">
      {underWay && !isOpen ? (
        <div className="stack" role="status">
          <p>{t('“{name}” is being brought back. It appears here when it is whole.', { name: underWay.name })}</p>
          <ProgressBar label={t('Bringing the archive back')} value={underWay.of > 0 ? underWay.done / underWay.of : undefined} />
        </div>
      ) : (
        <Button icon="upload" onClick={() => setOpen(true)}>
          {t('Bring back an archive')}
        </Button>
      )}
      {isOpen && <BringBackDialog onClose={() => setOpen(false)} />}
    </div>
  )
}
