'use client'

import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { Choice } from './choice.tsx'
import { NotOpened } from './not-opened.tsx'
import { isMarked, pointKey } from './point-words.ts'
import { VersionList } from './version-list.tsx'

const FILTERS = [
  {
    value: 'all',
    get label() {
      return t('All')
    },
  },
  {
    value: 'named',
    get label() {
      return t('Named only')
    },
  },
] as const

interface VersionsPanelProps {
  /** Newest first; null until they are here. */
  points: readonly HistoryPoint[] | null
  failed: { problem: string | null; retry: () => void }
  /** Key of the point that is shown. */
  selected: string | null
  isNamedOnly: boolean
  onNamedOnly: (isNamedOnly: boolean) => void
  onSelect: (point: HistoryPoint) => void
  onName: ((point: HistoryPoint) => void) | null
  onUnname: ((point: HistoryPoint) => void) | null
}

/** The side panel: every point of the history, or those that stand for something. */
export function VersionsPanel({ points, failed, selected, isNamedOnly, onNamedOnly, onSelect, onName, onUnname }: VersionsPanelProps) {
  const shown = isNamedOnly ? points?.filter(isMarked) : points
  const named = points?.filter(({ kind }) => kind === 'named').length ?? 0
  return (
    <aside className="versions" aria-label={t('Versions')}>
      <div className="versions__head">
        <h2>{t('Versions')}</h2>
        {points && (
          <span className="muted num">
            {[counted(points.length, 'version'), named > 0 && t('{named} named', { named })].filter(Boolean).join(', ')}
          </span>
        )}
      </div>
      <div className="versions__filter">
        <Choice
          label={t('Show')}
          options={FILTERS}
          value={isNamedOnly ? 'named' : 'all'}
          onChange={(value) => onNamedOnly(value === 'named')}
        />
      </div>
      <div className="versions__body">
        {!points && <NotOpened {...failed} lines={6} />}
        {shown && points && (
          <VersionList
            points={shown}
            newest={points[0] ? pointKey(points[0]) : null}
            selected={selected}
            onSelect={onSelect}
            onName={onName}
            onUnname={onUnname}
          />
        )}
        {points?.length === 1 && (
          <p className="versions__note">
            {t('The document is as it was imported. As people edit and tag it, versions appear here by themselves.')}
          </p>
        )}
        {isNamedOnly && named === 0 && onName && (
          <p className="versions__note">{t('No version has a name yet. Press N on one to name it.')}</p>
        )}
      </div>
    </aside>
  )
}
