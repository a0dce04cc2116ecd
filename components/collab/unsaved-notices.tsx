'use client'

import './unsaved.css'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'
import type { CollabClient } from './client.ts'
import type { LeftBehind } from './left-behind.ts'
import { remedyOf, type Trouble, troubleText } from './trouble.ts'
import { UnsavedCopy } from './unsaved-copy.tsx'

/** On every page of a workspace: what the server did not take and why, what helps, and the work itself to download. */
export function UnsavedNotices({ client }: { client: CollabClient }) {
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client])
  const { trouble, kept } = useSyncExternalStore(
    subscribe,
    () => client.status,
    () => client.status,
  )
  const leftBehind = useSyncExternalStore(
    subscribe,
    () => client.leftBehind,
    () => client.leftBehind,
  )
  /** What was hidden, as it was then: what changes appears again. */
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const hide = (id: string) => setHidden((before) => new Set([...before, id]))

  const now = `${trouble?.cause} ${kept > 0}`
  return (
    <div className="unsaveds">
      {trouble && !hidden.has(now) && <Present client={client} trouble={trouble} kept={kept} onHide={() => hide(now)} />}
      {leftBehind
        .filter(({ id }) => !hidden.has(id))
        .map((left) => (
          <Left key={left.id} client={client} left={left} onHide={() => hide(left.id)} />
        ))}
    </div>
  )
}

interface PresentProps {
  client: CollabClient
  trouble: Trouble
  kept: number
  onHide: () => void
}

function Present({ client, trouble, kept, onHide }: PresentProps) {
  const rooms = () => client.unsavedRooms().map((room) => room.unsaved())
  const discard = async () => {
    await client.setAside('denied')
    for (const left of client.leftBehind) if (left.trouble.cause === 'denied') await client.discard(left)
  }
  return (
    <UnsavedCopy
      why={troubleText(trouble, kept, client.keepsOnDevice)}
      changes={kept}
      rooms={rooms}
      onDiscard={trouble.cause === 'denied' ? discard : undefined}
      onHide={onHide}
    >
      <Help client={client} trouble={trouble} />
    </UnsavedCopy>
  )
}

function Left({ client, left, onHide }: { client: CollabClient; left: LeftBehind; onHide: () => void }) {
  const { trouble, changes, rooms, isStored } = left
  const why = troubleText(trouble, changes, isStored)
  const what = trouble.cause === 'differed' ? 'my copy' : undefined
  return <UnsavedCopy why={why} changes={changes} what={what} rooms={() => rooms} onDiscard={() => client.discard(left)} onHide={onHide} />
}

function Help({ client, trouble }: { client: CollabClient; trouble: Trouble }) {
  const remedy = remedyOf(trouble.cause)
  if (!remedy) return null
  if (remedy === 'sign-in') return <SignIn client={client} />
  const reload = async () => {
    if (remedy === 'set-aside') await client.setAside('refused')
    await client.prepareToLeave()
    window.location.reload()
  }
  return (
    <Button look="primary" onClick={reload}>
      {remedy === 'set-aside' ? t('Reload without them') : t('Reload')}
    </Button>
  )
}

function SignIn({ client }: { client: CollabClient }) {
  const signIn = async () => {
    await client.prepareToLeave()
    window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(window.location.pathname)}`)
  }
  return (
    <Button look="primary" onClick={signIn}>
      {t('Sign in')}
    </Button>
  )
}
