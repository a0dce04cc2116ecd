'use client'

import { useState } from 'react'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
import { endOtherSessions, endSession } from '#/server/actions/sessions.ts'

interface ShownSession {
  id: string
  /** The browser in words. */
  browser: string
  createdAt: Date
  /** ms since 1970, to the hour. */
  lastSeenAt: number
}

interface SessionListProps {
  sessions: readonly ShownSession[]
  /** Id of the one that looks. */
  current: string
  /** When the server drew it, ms since 1970. */
  now: number
}

/** Every browser somebody is signed in with. Ending one closes its pages' connection at once. */
export function SessionList({ sessions, current, now }: SessionListProps) {
  const [ending, setEnding] = useState<string | null>(null)

  const end = async ({ id, browser }: ShownSession) => {
    setEnding(id)
    const result = await attempt(endSession(id))
    setEnding(null)
    showToast(result.ok ? t('{browser} is signed out', { browser }) : result.reason)
  }

  const endOthers = async () => {
    setEnding('others')
    const result = await attempt(endOtherSessions())
    setEnding(null)
    showToast(result.ok ? t('You are signed out everywhere else') : result.reason)
  }

  return (
    <>
      <ActionGrid
        label={t('Where you are signed in')}
        columns={[{ name: t('Browser') }, { name: t('Since'), className: 'hide-small' }, { name: t('Last used') }]}
      >
        {sessions.map((session) => (
          <tr key={session.id}>
            <td className="name">
              {session.browser}
              {session.id === current && <span className="muted"> {t('(this one)')}</span>}
            </td>
            <td className="muted num hide-small">{shortDateOf(session.createdAt)}</td>
            <td className="muted num">{session.id === current ? t('now') : <TimeAgo at={session.lastSeenAt} now={now} />}</td>
            <td className="r">
              {session.id !== current && (
                <Button
                  look="quiet"
                  busy={ending === session.id}
                  onClick={() => end(session)}
                  aria-label={t('Sign out {browser}', { browser: session.browser })}
                >
                  {t('Sign out')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </ActionGrid>
      {sessions.length > 1 && (
        <div className="row">
          <LiveButton busy={ending === 'others'} onClick={endOthers}>
            {t('Sign out everywhere else')}
          </LiveButton>
        </div>
      )}
      <p className="faint">
        {t('“Last used” is kept to the hour. Work that another device has not saved yet stays on it until you sign in there again.')}
      </p>
    </>
  )
}
