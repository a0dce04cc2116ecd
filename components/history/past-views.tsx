'use client'

import { t } from '#/lib/message/t.ts'
import type { Comparison, HistoryPoint, Playback, PointState } from '#/lib/version/history.ts'
import { AsItWas } from './as-it-was.tsx'
import { ChangesView } from './changes-view.tsx'
import { comparisonWords } from './comparison-words.ts'
import { historyAddress } from './history-address.ts'
import { useHistoryPlace } from './history-context.ts'
import { NotOpened } from './not-opened.tsx'
import { PlaybackView } from './playback-view.tsx'
import { pointLabel } from './point-words.ts'
import { usePast } from './use-fetched.ts'

/** The document at one point. */
export function PastState({ point }: { point: HistoryPoint }) {
  const { documentId, now } = useHistoryPlace()
  const state = usePast<PointState>(historyAddress(documentId, '', { at: point.seq }))
  if (!state.value) return <Waiting parts={[state]} />
  return <AsItWas key={point.seq} state={state.value} label={pointLabel(point, now)} />
}

/** What differs between two points, the earlier one first. */
export function PastChanges({ from, to }: { from: HistoryPoint; to: HistoryPoint }) {
  const { documentId, now } = useHistoryPlace()
  const comparison = usePast<Comparison>(historyAddress(documentId, 'compare', { from: from.seq, to: to.seq }))
  const before = usePast<PointState>(historyAddress(documentId, '', { at: from.seq }))
  const after = usePast<PointState>(historyAddress(documentId, '', { at: to.seq }))
  if (!comparison.value || !before.value || !after.value) return <Waiting parts={[comparison, before, after]} />
  return (
    <>
      <p className="pastsummary" role="status">
        {comparisonWords(comparison.value.counts) || t('No words and no tags changed.')}
      </p>
      <ChangesView
        key={`${from.seq} ${to.seq}`}
        comparison={comparison.value}
        before={before.value}
        after={after.value}
        labels={{ before: pointLabel(from, now), after: pointLabel(to, now) }}
      />
    </>
  )
}

/** The whole history, played; opens at a point of it. */
export function PastPlayback({ from, to, at }: { from: HistoryPoint; to: HistoryPoint; at: HistoryPoint }) {
  const { documentId } = useHistoryPlace()
  const playback = usePast<Playback>(historyAddress(documentId, 'playback', { from: from.seq, to: to.seq }))
  const start = usePast<PointState>(historyAddress(documentId, '', { at: from.seq }))
  const end = usePast<PointState>(historyAddress(documentId, '', { at: to.seq }))
  if (!playback.value || !start.value || !end.value) return <Waiting parts={[playback, start, end]} />
  return <PlaybackView key={to.seq} playback={playback.value} ends={{ start: start.value, end: end.value }} seq={at.seq} />
}

function Waiting({ parts }: { parts: readonly { value: unknown; problem: string | null; retry: () => void }[] }) {
  const missing = parts.filter(({ value }) => value === null)
  const retry = () => {
    for (const part of missing) part.retry()
  }
  return (
    <div className="past past--waiting">
      <NotOpened problem={missing.find(({ problem }) => problem !== null)?.problem ?? null} retry={retry} lines={12} />
    </div>
  )
}
