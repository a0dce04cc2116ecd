'use client'

import { useEffect, useState } from 'react'
import type { PresencePerson, PresenceState } from '#/lib/collab/presence.ts'
import { useCollab } from './collab-provider.tsx'
import type { CollabRoom } from './room.ts'

/** Somebody in a room, once, however many tabs they have. */
export interface PresentPerson extends PresencePerson {
  isSelf: boolean
  /** Presence of each of their tabs, by Yjs client id. */
  tabs: { clientId: number; state: PresenceState }[]
}

/** Who is in a room now: the person themselves last, others by name. */
export function usePresence(room: CollabRoom | null): PresentPerson[] {
  const userId = useCollab()?.self.id
  const [people, setPeople] = useState<PresentPerson[]>([])
  useEffect(() => {
    if (!room) {
      setPeople([])
      return
    }
    const { awareness } = room
    const read = () => setPeople(presentPeople(awareness.getStates() as Map<number, Partial<PresenceState>>, userId))
    read()
    awareness.on('change', read)
    return () => awareness.off('change', read)
  }, [room, userId])
  return people
}

/** Presence by person, from an awareness' states. */
export function presentPeople(states: Map<number, Partial<PresenceState>>, userId: string | undefined): PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const [clientId, state] of states) {
    const { user } = state
    if (!user) continue
    const person = people.get(user.id) ?? { ...user, isSelf: user.id === userId, tabs: [] }
    person.tabs.push({ clientId, state: { ...state, user } })
    people.set(user.id, person)
  }
  return [...people.values()].sort((a, b) => Number(a.isSelf) - Number(b.isSelf) || a.name.localeCompare(b.name))
}
