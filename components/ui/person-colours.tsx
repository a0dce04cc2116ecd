'use client'

import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { type ChosenColours, personColour } from '#/lib/person/person-colour.ts'
import { loadColours } from '#/server/actions/settings.ts'

const NONE: ChosenColours = {}
const PersonColoursContext = createContext<ChosenColours>(NONE)

/** Gives the pages of a workspace the colours its people chose, and keeps them as they are now. */
export function PersonColoursProvider({
  workspaceId,
  colours: initial,
  children,
}: {
  workspaceId: string
  colours: ChosenColours
  children: ReactNode
}) {
  const [colours, setColours] = useState(initial)
  useEffect(() => setColours(initial), [initial])
  const onNotice = useCallback(
    ({ what }: WorkspaceNotice) => {
      if (what !== 'members') return
      // Without an answer the colours stay; the next page brings them.
      loadColours(workspaceId).then(
        (fresh) => fresh && setColours(fresh),
        () => {},
      )
    },
    [workspaceId],
  )
  useWorkspaceNotices(workspaceId, onNotice)
  return <PersonColoursContext value={colours}>{children}</PersonColoursContext>
}

/** The colour of a person, 1 to 8, by user id: the one they chose, else the one that follows from their id. */
export function useColourOf(): (userId: string) => number {
  const colours = use(PersonColoursContext)
  return useCallback((userId) => personColour(userId, colours[userId]), [colours])
}
