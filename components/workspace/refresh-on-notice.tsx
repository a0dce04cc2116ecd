'use client'

import { WORKSPACE_LISTS, type WorkspaceNotice } from '#/lib/collab/notice.ts'
import { useRefreshOnNotice } from './use-refresh-on-notice.ts'

/** `useRefreshOnNotice` for pages that are drawn on the server. */
export function RefreshOnNotice({ workspaceId, what }: { workspaceId: string; what: WorkspaceNotice['what'] }) {
  useRefreshOnNotice(workspaceId, LISTS[what])
  return null
}

/** One array each, made once: effects compare them. */
const LISTS = Object.fromEntries(WORKSPACE_LISTS.map((what) => [what, [what]])) as Record<
  WorkspaceNotice['what'],
  [WorkspaceNotice['what']]
>
