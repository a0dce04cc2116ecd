'use client'

import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import type { Against } from './compared-points.ts'
import { useHistoryPlace } from './history-context.ts'
import { isMarked, pointKey, pointOption } from './point-words.ts'

interface CompareWithProps {
  point: HistoryPoint
  points: readonly HistoryPoint[]
  against: Against
  onChange: (against: Against) => void
}

/** Chooses what a point is compared with. */
export function CompareWith({ point, points, against, onChange }: CompareWithProps) {
  const { now } = useHistoryPlace()
  const others = points.filter((each) => each !== point)
  const group = (label: string, of: readonly HistoryPoint[]) =>
    of.length > 0 && (
      <optgroup label={label}>
        {of.map((each) => (
          <option key={pointKey(each)} value={pointKey(each)}>
            {pointOption(each, now)}
          </option>
        ))}
      </optgroup>
    )
  return (
    <label className="comparewith">
      <span>{t('Compared with')}</span>
      <span className="field">
        <select value={against} onChange={(event) => onChange(event.target.value)}>
          <option value="before">{t('the version before')}</option>
          {point !== points[0] && <option value="now">{t('now')}</option>}
          {group(t('Named'), others.filter(isMarked))}
          {group(
            t('Others'),
            others.filter((each) => !isMarked(each)),
          )}
        </select>
      </span>
    </label>
  )
}
