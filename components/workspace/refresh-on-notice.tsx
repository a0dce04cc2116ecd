'use client'

import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { useRefreshOnNotice } from './use-refresh-on-notice.ts'

/** `useRefreshOnNotice` for pages that are drawn on the server. */
export function RefreshOnNotice({ workspaceId, what }: { workspaceId: string; what: WorkspaceNotice['what'] }) {
  useRefreshOnNotice(workspaceId, LISTS[what])
  return null
}

const LISTS = { documents: ['documents'], actors: ['actors'], themes: ['themes'], members: ['members'], excerpts: ['excerpts'] } as const
