'use client'

import { useState } from 'react'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { Choice } from './choice.tsx'
import { CompareWith } from './compare-with.tsx'
import { type Against, comparedPoints } from './compared-points.ts'
import { PastChanges, PastPlayback, PastState } from './past-views.tsx'
import { PointHead } from './point-head.tsx'
import { isMarked, pointKey } from './point-words.ts'

const VIEWS = [
  {
    value: 'state',
    get label() {
      return t('As it was')
    },
  },
  {
    value: 'changes',
    get label() {
      return t('Changes')
    },
  },
  {
    value: 'playback',
    get label() {
      return t('Playback')
    },
  },
] as const

/** How a point is looked at. */
export interface Look {
  view: (typeof VIEWS)[number]['value']
  against: Against
}

interface ChosenPointProps {
  point: HistoryPoint
  /** Every point, newest first. */
  points: readonly HistoryPoint[]
  isNamedOnly: boolean
  look: Look
  onLook: (look: Look) => void
  /** null when this reader may only look. */
  actsOn: ((point: HistoryPoint) => Parameters<typeof PointHead>[0]['acts']) | null
  /** On phones: back to the list. */
  onBack: () => void
}

/**
 * The point that is chosen, in one of three views. While colleagues go on working it stays what it was when it was opened:
 * nobody's text changes under the eyes. What has come since is offered.
 */
export function ChosenPoint({ point, points, isNamedOnly, look, onLook, actsOn, onBack }: ChosenPointProps) {
  const { view, against } = look
  const [held, setHeld] = useState({ point, points })
  const key = pointKey(held.point)
  // It may have another name now.
  const current = points.find((each) => pointKey(each) === key) ?? points.find(({ seq }) => seq === held.point.seq) ?? held.point
  const newest = held.points[0]!
  const now = points[0]!
  const showsNow = view === 'playback' || (view === 'changes' && against === 'now') || held.point === newest
  const compared = comparedPoints(held.point, against, isNamedOnly ? held.points.filter(isMarked) : held.points, held.points)
  return (
    <>
      <div className="pointbar">
        <PointHead point={current} isNow={current.seq === now.seq} acts={actsOn?.(current) ?? null} onBack={onBack} />
        <div className="pointbar__views">
          <Choice label={t('View')} options={VIEWS} value={view} onChange={(to) => onLook({ ...look, view: to })} />
          {view === 'changes' && (
            <CompareWith point={held.point} points={held.points} against={against} onChange={(to) => onLook({ ...look, against: to })} />
          )}
          {showsNow && now.seq !== newest.seq && (
            <button type="button" className="pill" onClick={() => setHeld({ point, points })}>
              {t('The document has changed since. Show')}
            </button>
          )}
        </div>
      </div>
      {view === 'state' && <PastState point={held.point} />}
      {view === 'changes' &&
        (compared ? (
          <PastChanges {...compared} />
        ) : (
          <p className="pastnote">{t('There is nothing before this: the document began here. Compare it with now instead.')}</p>
        ))}
      {view === 'playback' &&
        (held.points.length > 1 ? (
          <PastPlayback from={held.points.at(-1)!} to={newest} at={held.point} />
        ) : (
          <p className="pastnote">{t('Nothing to play yet: the text is as it was imported.')}</p>
        ))}
    </>
  )
}
