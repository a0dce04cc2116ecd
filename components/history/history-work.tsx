'use client'

import { useEffect, useState } from 'react'
import { onPlainKey } from '#/components/ui/plain-key.ts'
import { can } from '#/lib/access/roles.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { Choice } from './choice.tsx'
import { CompareWith } from './compare-with.tsx'
import { type Against, comparedPoints } from './compared-points.ts'
import { useHistoryPlace } from './history-context.ts'
import { NameVersionDialog } from './name-version-dialog.tsx'
import { NotOpened } from './not-opened.tsx'
import { PastChanges, PastPlayback, PastState } from './past-views.tsx'
import { PointHead } from './point-head.tsx'
import { isMarked, pointKey, pointOption } from './point-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { useChosenPoint } from './use-chosen-point.ts'
import { useHistoryPoints } from './use-history-points.ts'
import { useVersionActs } from './use-version-acts.ts'
import { VersionsPanel } from './versions-panel.tsx'

const VIEWS = [
  { value: 'state', label: 'As it was' },
  { value: 'changes', label: 'Changes' },
  { value: 'playback', label: 'Playback' },
] as const
type View = (typeof VIEWS)[number]['value']

type Asking = { what: 'name' | 'restore'; point: HistoryPoint }

/** The list of versions and, beside it, the one that is chosen. */
export function HistoryWork({ openAt }: { openAt: string | null }) {
  const { workspaceId, documentId, role, now } = useHistoryPlace()
  const { value: points, problem, retry } = useHistoryPoints(workspaceId, documentId)
  const [chosen, choose] = useChosenPoint(openAt)
  const [isNamedOnly, setNamedOnly] = useState(false)
  const [isListShown, setListShown] = useState(openAt === null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const acts = useVersionActs(retry)
  const point = points?.find((each) => pointKey(each) === chosen) ?? points?.[0]
  const mayChange = can(role, 'edit-text')
  const askName = mayChange ? (of: HistoryPoint) => setAsking({ what: 'name', point: of }) : null

  useEffect(() => (mayChange && point ? onPlainKey('KeyN', () => setAsking({ what: 'name', point })) : undefined), [mayChange, point])

  const show = (of: HistoryPoint) => {
    choose(pointKey(of))
    setListShown(false)
  }
  const close = () => setAsking(null)
  return (
    <div className="history__work" data-shown={isListShown ? 'list' : 'point'}>
      <VersionsPanel
        points={points}
        failed={{ problem, retry }}
        selected={point ? pointKey(point) : null}
        isNamedOnly={isNamedOnly}
        onNamedOnly={setNamedOnly}
        onSelect={show}
        onName={askName}
        onUnname={mayChange ? (of) => void acts.unname(of) : null}
      />
      <main className="desk history__desk" id="main">
        {points && point ? (
          <ChosenPoint
            point={point}
            points={points}
            isNamedOnly={isNamedOnly}
            acts={
              mayChange
                ? {
                    name: () => setAsking({ what: 'name', point }),
                    unname: () => void acts.unname(point),
                    restore: () => setAsking({ what: 'restore', point }),
                  }
                : null
            }
            onBack={() => setListShown(true)}
          />
        ) : (
          <div className="past past--waiting">
            {/* the list says what went wrong */}
            {problem === null && <NotOpened problem={null} retry={retry} lines={12} />}
          </div>
        )}
      </main>
      {asking?.what === 'name' && (
        <NameVersionDialog
          title={asking.point.name ? 'Rename the version' : 'Name this version'}
          about={pointOption(asking.point, now)}
          name={asking.point.name}
          save={(name) => acts.name(asking.point, name)}
          onClose={close}
        />
      )}
      {asking?.what === 'restore' && (
        <RestoreDialog point={asking.point} restore={(what) => acts.restore(asking.point, what)} onClose={close} />
      )}
    </div>
  )
}

interface ChosenPointProps {
  point: HistoryPoint
  points: readonly HistoryPoint[]
  isNamedOnly: boolean
  acts: Parameters<typeof PointHead>[0]['acts']
  onBack: () => void
}

function ChosenPoint({ point, points, isNamedOnly, acts, onBack }: ChosenPointProps) {
  const [view, setView] = useState<View>('state')
  const [against, setAgainst] = useState<Against>('before')
  const newest = points[0]!
  const oldest = points.at(-1)!
  const shown = isNamedOnly ? points.filter(isMarked) : points
  const compared = comparedPoints(point, against, shown, points)
  return (
    <>
      <div className="pointbar">
        <PointHead point={point} isNow={point.seq === newest.seq} acts={acts} onBack={onBack} />
        <div className="pointbar__views">
          <Choice label="View" options={VIEWS} value={view} onChange={setView} />
          {view === 'changes' && <CompareWith point={point} points={points} against={against} onChange={setAgainst} />}
        </div>
      </div>
      {view === 'state' && <PastState point={point} />}
      {view === 'changes' &&
        (compared ? (
          <PastChanges {...compared} />
        ) : (
          <p className="pastnote">There is nothing before this: the document began here. Compare it with now instead.</p>
        ))}
      {view === 'playback' &&
        (points.length > 1 ? (
          <PastPlayback from={oldest} to={newest} at={point} />
        ) : (
          <p className="pastnote">Nothing to play yet: the text is as it was imported.</p>
        ))}
    </>
  )
}
