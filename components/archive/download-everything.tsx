'use client'

import './archive.css'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { useRefreshWhile } from '#/components/ui/use-refresh-while.ts'
import { sizeInWords } from '#/lib/archive/size-in-words.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { haveArchiveMade } from './send-archive.ts'

interface DownloadEverythingProps {
  workspaceId: string
  /** The archive that waits; null: none. `at` in ms since 1970. */
  made: { bytes: number; at: number } | null
  /** Whether one is being made, here or on another page. */
  isUnderWay: boolean
  now: number
}

/** Everything in the workspace as one file, for owners: having it made, and taking it. */
export function DownloadEverything({ workspaceId, made, isUnderWay, now }: DownloadEverythingProps) {
  const router = useRouter()
  const [rows, setRows] = useState<number | null>(null)
  const [problem, setProblem] = useState('')
  const busy = rows !== null || isUnderWay
  useRefreshWhile(isUnderWay && rows === null)
  const make = async () => {
    setRows(0)
    setProblem('')
    const done = await haveArchiveMade(workspaceId, setRows)
    if (!done.ok) setProblem(done.reason)
    setRows(null)
    router.refresh()
  }
  return (
    <>
      <p className="muted">
        {t(
          'One file with everything: sources, texts, statements and their whole history, the codebook and its versions, comments, memos and saved queries, also those that colleagues keep to themselves, and what is in the bin. Left out: invitations, webhooks, the audit log, and everything that signs in.',
        )}
      </p>
      <p className="muted">
        {t('You bring it back on the page of workspaces, as a workspace of your own. Keep it as you would keep the documents themselves.')}
      </p>
      {busy && (
        <div className="stack" role="status">
          <p>
            {rows ? t('Making the archive: {rows} so far', { rows: counted(rows, 'row') }) : t('Making the archive…')}{' '}
            <span className="muted">{t('You can leave this page.')}</span>
          </p>
          <ProgressBar label={t('Making the archive')} />
        </div>
      )}
      {problem && (
        <p className="fieldset__error" role="alert">
          {problem}
        </p>
      )}
      <div className="archive__row">
        {made && !busy && (
          <>
            <a className="btn btn--primary" href={`/api/workspace-archives/${workspaceId}`} download>
              {t('Download the archive')}
            </a>
            <span className="muted">
              {sizeInWords(made.bytes)}, <TimeAgo at={made.at} now={now} />
            </span>
          </>
        )}
        <Button busy={busy} onClick={make}>
          {made ? t('Make a new archive') : t('Make an archive')}
        </Button>
      </div>
    </>
  )
}
