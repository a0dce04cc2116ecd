'use client'

import { Button } from '#/components/ui/button.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { clockNow } from '#/lib/date/clock.ts'
import { t } from '#/lib/message/t.ts'

interface MemoConflictViewProps {
  mine: string
  theirs: { text: string; changedByName: string; changedAt: number }
  onKeepMine: () => void
  onTakeTheirs: () => void
  /** One below the other, to be edited. */
  onBoth: () => void
}

/** Two people changed a memo: both texts, and what can become of them. Nothing is lost until somebody chooses. */
export function MemoConflictView({ mine, theirs, onKeepMine, onTakeTheirs, onBoth }: MemoConflictViewProps) {
  return (
    <section className="memoconflict" aria-label={t('Two versions of this memo')}>
      <p role="alert">
        <bdi>{theirs.changedByName}</bdi> {t('changed this memo while you were writing (')}
        <TimeAgo at={theirs.changedAt} now={clockNow()} />
        {t('). Neither text is lost.')}
      </p>
      <div className="memoconflict__texts">
        <div>
          <h4>
            <bdi>{theirs.changedByName}</bdi>
            {t(', saved')}
          </h4>
          <p className="memo__text" dir="auto">
            {theirs.text}
          </p>
        </div>
        <div>
          <h4>{t('Yours, not saved yet')}</h4>
          <p className="memo__text" dir="auto">
            {mine}
          </p>
        </div>
      </div>
      <div className="row memoconflict__acts">
        <Button look="primary" onClick={onBoth}>
          {t('Edit both together')}
        </Button>
        <Button onClick={onKeepMine}>{t('Save yours instead')}</Button>
        <Button look="quiet" onClick={onTakeTheirs}>
          {t('Drop yours')}
        </Button>
      </div>
    </section>
  )
}
