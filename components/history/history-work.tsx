'use client'

import { useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { ChosenPoint, type Look } from './chosen-point.tsx'
import { findPoint } from './find-point.ts'
import { useHistoryPlace } from './history-context.ts'
import { NameVersionDialog } from './name-version-dialog.tsx'
import { NotOpened } from './not-opened.tsx'
import { pointKey, pointOption } from './point-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { useChosenPoint } from './use-chosen-point.ts'
import { useHistoryPoints } from './use-history-points.ts'
import { useVersionActs } from './use-version-acts.ts'
import { VersionsPanel } from './versions-panel.tsx'

type Asking = { what: 'name' | 'restore'; point: HistoryPoint }

/** The list of versions and, beside it, the one that is chosen. */
export function HistoryWork({ openAt, opensOnChanges }: { openAt: string | null; opensOnChanges: boolean }) {
  const { workspaceId, documentId, role, now } = useHistoryPlace()
  const { value: points, problem, retry } = useHistoryPoints(workspaceId, documentId)
  const [chosen, choose] = useChosenPoint(openAt)
  const [isNamedOnly, setNamedOnly] = useState(false)
  const [isListShown, setListShown] = useState(openAt === null && !opensOnChanges)
  const [look, setLook] = useState<Look>({ view: opensOnChanges ? 'changes' : 'state', against: 'before' })
  const [asking, setAsking] = useState<Asking | null>(null)
  const acts = useVersionActs(retry)
  const point = points ? findPoint(points, chosen) : undefined
  const mayChange = can(role, 'edit-text')
  const askName = mayChange ? (of: HistoryPoint) => setAsking({ what: 'name', point: of }) : null

  useCommand('history.name', () => point && setAsking({ what: 'name', point }), !mayChange || !point)

  const show = (of: HistoryPoint) => {
    choose(pointKey(of))
    setListShown(false)
  }
  const unname = (of: HistoryPoint) => {
    // The point stays in sight, by its row of the log.
    if (of.versionId === chosen) choose(String(of.seq))
    void acts.unname(of)
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
        onUnname={mayChange ? unname : null}
      />
      <main className="desk history__desk" id="main">
        {points && point ? (
          <ChosenPoint
            key={chosen}
            point={point}
            points={points}
            isNamedOnly={isNamedOnly}
            look={look}
            onLook={setLook}
            actsOn={
              mayChange
                ? (of) => ({
                    name: () => setAsking({ what: 'name', point: of }),
                    unname: () => unname(of),
                    restore: () => setAsking({ what: 'restore', point: of }),
                  })
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
          title={asking.point.name ? t('Rename the version') : t('Name this version')}
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
