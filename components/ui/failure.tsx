'use client'

import { t } from '#/lib/message/t.ts'
import { EmptyState } from './empty-state.tsx'

interface FailureProps {
  title?: string
  lead?: string
  /** What the server wrote into its log beside the cause. */
  digest: string | undefined
  retry: () => void
}

/** What a page shows when drawing it failed. The cause is in the server's log, not on the page. */
export function Failure({ title = t('This page did not open'), lead, digest, retry }: FailureProps) {
  return (
    <main className="fill" id="main">
      <EmptyState title={title} level={1} lead={lead ?? t('Something failed on the way. What you wrote is kept; try again in a moment.')}>
        <div className="row">
          {/* not our Button, which brings all drawings along: every page carries this one */}
          <button type="button" className="btn btn--primary" onClick={retry}>
            {t('Try again')}
          </button>
          {/* a full load, not a client navigation: whatever failed starts afresh */}
          <a className="btn" href="/">
            {t('Go to your documents')}
          </a>
        </div>
        {digest && <p className="faint num">{t('Reference for whoever runs this server: {digest}', { digest })}</p>}
      </EmptyState>
    </main>
  )
}
