'use client'

import { usePeople } from '#/components/reader/use-people.ts'
import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { useHistoryPlace } from './history-context.ts'
import { pointTime } from './point-time.ts'
import { changeWords, peopleWords, pointName } from './point-words.ts'

interface PointHeadProps {
  point: HistoryPoint
  isNow: boolean
  /** What may be done with it; null when this reader may only look. */
  acts: { name: () => void; unname: () => void; restore: () => void } | null
  /** On phones: back to the list. */
  onBack: () => void
}

/** Which point is shown, and what can be done with it. */
export function PointHead({ point, isNow, acts, onBack }: PointHeadProps) {
  const { now } = useHistoryPlace()
  const people = usePeople()
  const name = pointName(point)
  const time = pointTime(point.at, now)
  const isNamed = point.kind === 'named'
  const changes = point.kind !== 'imported' && changeWords(point.changes)
  const work = [peopleWords(point.people.map((id) => people(id).name)), changes].filter(Boolean).join(': ')
  const about = [name && time, work]
  return (
    <header className="pointhead">
      <IconButton icon="left" label={t('All versions')} className="pointhead__back" onClick={onBack} />
      <div className="grow">
        <h2 className="pointhead__title">
          <bdi>{name || time}</bdi>
          {isNow && <span className="version__now">{t('Now')}</span>}
        </h2>
        <p className="pointhead__about muted">{about.filter(Boolean).join(', ')}</p>
      </div>
      {acts ? (
        <div className="pointhead__acts">
          <Button look="quiet" icon="tag" aria-keyshortcuts="n" onClick={acts.name}>
            {point.name ? t('Rename…') : t('Name this version…')}
          </Button>
          {isNamed && <IconButton icon="bin" label={t('Delete the name')} onClick={acts.unname} />}
          {!isNow && (
            <Button look="primary" icon="history" onClick={acts.restore}>
              {t('Restore this version')}
            </Button>
          )}
        </div>
      ) : (
        <p className="pointhead__why muted">{t('You can look at every version. Owners and editors name and restore them.')}</p>
      )}
    </header>
  )
}
