'use client'

import { useCallback, useEffect, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { attempt } from '#/components/ui/attempt.ts'
import type { ActorDetails } from '#/lib/codebook/actor-details.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { loadActorDetails } from '#/server/actions/actors.ts'

interface LoadedDetails {
  /** null: not there yet. */
  details: ActorDetails | null
  /** A sentence, when they did not come. */
  problem: string | null
  reload: () => Promise<void>
}

/** Groups, identifiers and designations of the actor that is open; kept as others change them. Give each actor a component of its own (`key`). */
export function useActorDetails(workspaceId: string, actorId: string): LoadedDetails {
  const [details, setDetails] = useState<ActorDetails | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const reload = useCallback(async () => {
    const result = await attempt(loadActorDetails(workspaceId, actorId))
    if (result.ok) setDetails(result.details)
    setProblem(result.ok ? null : result.reason)
  }, [workspaceId, actorId])
  useEffect(() => void reload(), [reload])
  const onNotice = useCallback(({ what }: WorkspaceNotice) => what === 'actors' && void reload(), [reload])
  useWorkspaceNotices(workspaceId, onNotice)
  return { details, problem, reload }
}
