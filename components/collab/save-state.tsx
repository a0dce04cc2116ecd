'use client'

import { useEffect, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { useCollab } from './collab-provider.tsx'
import type { SaveStatus } from './save-status.ts'
import { useSaveStatus } from './use-save-status.ts'

/** Waiting is shown only after so long, ms, so that the face does not flicker with every key. */
const SAVING_AFTER_MS = 400

/** Whether this tab's work is saved: one short sentence, announced when it changes. */
export function SaveState() {
  const status = useSaveStatus()
  // The attributes say how it is at this moment, the words only what lasts.
  return (
    <span role="status" aria-live="polite" aria-label="Save state" data-state={status.state} data-kept={status.kept}>
      <Face status={useSteady(status)} />
    </span>
  )
}

function Face({ status }: { status: SaveStatus }) {
  if (status.state === 'offline')
    return (
      <span className="save save--offline">
        <Icon name="offline" />
        {offlineText(status.kept)}
      </span>
    )
  if (status.state === 'refused') return <Refused status={status} />
  if (status.state === 'saved')
    return (
      <span className="save save--saved">
        <Icon name="saved" />
        Saved
      </span>
    )
  return (
    <span className="save save--saving">
      <Icon name="saving" />
      {status.state === 'saving' ? 'Saving…' : 'Connecting…'}
    </span>
  )
}

function Refused({ status }: { status: SaveStatus }) {
  const { reason, remedy, kept } = status
  return (
    <span className="save save--refused">
      <Icon name="alert" />
      <span>
        {kept > 0 ? `Not saved · ${changes(kept)} kept on this device. ` : 'Not saved. '}
        {reason}
      </span>
      <Remedy remedy={remedy ?? 'reload'} />
    </span>
  )
}

function Remedy({ remedy }: { remedy: NonNullable<SaveStatus['remedy']> }) {
  const client = useCollab()
  // A link of the browser, not of the router: the page must be loaded anew.
  if (remedy === 'sign-in')
    return (
      <a className="btn btn--quiet" href={`/sign-in?callbackUrl=${encodeURIComponent(location.pathname)}`}>
        Sign in
      </a>
    )
  const reload = async () => {
    if (remedy === 'discard') await client?.discardRefused()
    window.location.reload()
  }
  return (
    <button type="button" className="btn btn--quiet" onClick={reload}>
      {remedy === 'discard' ? 'Reload without it' : 'Reload'}
    </button>
  )
}

/** The status as people see it: "Saving" only once waiting lasts. */
function useSteady(status: SaveStatus): SaveStatus {
  const [shown, setShown] = useState(status)
  useEffect(() => {
    if (status.state !== 'saving') return setShown(status)
    const timer = setTimeout(() => setShown(status), SAVING_AFTER_MS)
    return () => clearTimeout(timer)
  }, [status])
  return shown
}

/** "Offline · 4 changes kept on this device" */
function offlineText(kept: number): string {
  return kept === 0 ? 'Offline · nothing waits to be saved' : `Offline · ${changes(kept)} kept on this device`
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}
