'use client'

import { useMemo } from 'react'
import { usePresence } from '#/components/collab/use-presence.ts'
import { useRoom } from '#/components/collab/use-room.ts'

export interface Reader {
  id: string
  name: string
}

const NOBODY: readonly Reader[] = []

/** Who has which document open now, the person themselves left out. */
export function useReaders(workspaceId: string): (documentId: string) => readonly Reader[] {
  const people = usePresence(useRoom(`workspace/${workspaceId}`))
  return useMemo(() => {
    const readers = new Map<string, Reader[]>()
    for (const { id, name, isSelf, tabs } of people) {
      if (isSelf) continue
      const open = new Set(tabs.flatMap(({ state }) => state.documentId ?? []))
      for (const documentId of open) readers.set(documentId, [...(readers.get(documentId) ?? []), { id, name }])
    }
    return (documentId) => readers.get(documentId) ?? NOBODY
  }, [people])
}
