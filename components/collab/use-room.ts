'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useCollab } from './collab-provider.tsx'
import type { CollabRoom, RoomStatus } from './room.ts'

const noSubscription = () => () => {}

/**
 * The room of this name, open as long as the component is there; null at first, and without a name.
 * @param after a room whose content is to come first
 */
export function useRoom(name: string | null, after?: CollabRoom | null): CollabRoom | null {
  const client = useCollab()
  const [room, setRoom] = useState<CollabRoom | null>(null)
  useEffect(() => {
    if (!client || !name) return
    let opened = client.openRoom(name, after ?? undefined)
    setRoom(opened)
    const stop = client.onReplaced((old, fresh) => {
      if (old !== opened) return
      opened = fresh
      setRoom(fresh)
    })
    return () => {
      stop()
      client.release(opened)
      setRoom(null)
    }
  }, [client, name, after])
  return room?.name === name ? room : null
}

/** What is known about a room, kept up to date; null without one. */
export function useRoomStatus(room: CollabRoom | null): RoomStatus | null {
  const subscribe = room ? (listener: () => void) => room.subscribe(listener) : noSubscription
  return useSyncExternalStore(
    subscribe,
    () => room?.status ?? null,
    () => null,
  )
}
