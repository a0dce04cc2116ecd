'use client'

import { useEffect, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { useCollab } from './collab-provider.tsx'
import type { SaveStatus } from './save-status.ts'
import { NOT_CONNECTED } from './use-save-status.ts'

/** Waiting is shown only after so long, ms, so that the face does not flicker with every key. */
const SAVING_AFTER_MS = 400

/**
 * Whether this tab's work is saved: one short sentence, announced when it changes. The attributes say how it is at this
 * moment, the words only what lasts. The attributes change twice with every key and are set by hand: each time React
 * draws anything, it first looks for the caret through the whole text that is being edited.
 */
export function SaveState() {
  const client = useCollab()
  const place = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState(NOT_CONNECTED)
  useEffect(() => {
    if (!client) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => setShown((before) => (isSame(before, client.status) ? before : client.status))
    const follow = () => {
      const { state, kept } = client.status
      place.current?.setAttribute('data-state', state)
      place.current?.setAttribute('data-kept', String(kept))
      if (state !== 'saving') {
        clearTimeout(timer)
        timer = undefined
        show()
      } else timer ??= setTimeout(show, SAVING_AFTER_MS)
    }
    follow()
    const stop = client.subscribe(follow)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [client])
  return (
    <span ref={place} role="status" aria-live="polite" aria-label={t('Save state')}>
      <Face status={shown} />
    </span>
  )
}

/** Whether people are told the same. */
function isSame(a: SaveStatus, b: SaveStatus): boolean {
  const isWaiting = a.state === 'saving' && b.state === 'saving'
  return a.state === b.state && (a.kept === b.kept || isWaiting)
}

function Face({ status }: { status: SaveStatus }) {
  if (status.state === 'offline')
    return (
      <span className="save save--offline">
        <Icon name="offline" />
        {offlineText(status.kept)}
      </span>
    )
  if (status.state === 'refused') return <Refused kept={status.kept} />
  if (status.state === 'saved')
    return (
      <span className="save save--saved">
        <Icon name="saved" />
        {t('Saved')}
      </span>
    )
  return (
    <span className="save save--saving">
      <Icon name="saving" />
      {status.state === 'saving' ? t('Saving…') : t('Connecting…')}
    </span>
  )
}

/** The reason and what helps stand in a notice of their own; see unsaved-notices.tsx. */
function Refused({ kept }: { kept: number }) {
  return (
    <span className="save save--refused">
      <Icon name="alert" />
      <span>{kept > 0 ? t('Not saved · {kept} kept on this device', { kept: changes(kept) }) : t('Not saved')}</span>
    </span>
  )
}

/** "Offline · 4 changes kept on this device" */
function offlineText(kept: number): string {
  return kept === 0 ? t('Offline · nothing waits to be saved') : t('Offline · {kept} kept on this device', { kept: changes(kept) })
}

function changes(count: number): string {
  return counted(count, 'change')
}
