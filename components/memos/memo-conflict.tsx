'use client'

import { Button } from '#/components/ui/button.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { clockNow } from '#/lib/date/clock.ts'

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
    <section className="memoconflict" aria-label="Two versions of this memo">
      <p role="alert">
        <bdi>{theirs.changedByName}</bdi> changed this memo while you were writing (<TimeAgo at={theirs.changedAt} now={clockNow()} />
        ). Neither text is lost.
      </p>
      <div className="memoconflict__texts">
        <div>
          <h4>
            <bdi>{theirs.changedByName}</bdi>, saved
          </h4>
          <p className="memo__text" dir="auto">
            {theirs.text}
          </p>
        </div>
        <div>
          <h4>Yours, not saved yet</h4>
          <p className="memo__text" dir="auto">
            {mine}
          </p>
        </div>
      </div>
      <div className="row memoconflict__acts">
        <Button look="primary" onClick={onBoth}>
          Edit both together
        </Button>
        <Button onClick={onKeepMine}>Save yours instead</Button>
        <Button look="quiet" onClick={onTakeTheirs}>
          Drop yours
        </Button>
      </div>
    </section>
  )
}
