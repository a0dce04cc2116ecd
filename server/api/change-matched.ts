import type { Db } from '#/db/client.ts'
import { etagOf, mayChange } from '#/lib/api/etag.ts'
import { ApiProblem } from '#/lib/api/problem.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { WorkspaceContext } from './api-deps.ts'

/** Whether the request insists on what it has seen. */
export const insists = ({ request }: WorkspaceContext) => request.headers.has('if-match')

/** @throws {ApiProblem} when the request insists on another representation than this one */
export function mustMatch({ request }: WorkspaceContext, body: object): void {
  if (!mayChange(request.headers.get('if-match'), etagOf(JSON.stringify(body))))
    throw new ApiProblem('changed', 'It is not what you have seen any more. Get it again and look at what changed.')
}

/**
 * Changes rows in one transaction with looking whether they are still what the request has seen; open pages are told when it is
 * committed.
 */
export async function changeMatched<T>(
  { db, deps, scope }: WorkspaceContext,
  change: (tx: Db, notify: (notice: WorkspaceNotice) => void) => Promise<T>,
): Promise<T> {
  const notices: WorkspaceNotice[] = []
  const done = await db.transaction((tx) => change(tx, (notice) => notices.push(notice)))
  for (const notice of notices) deps.collab.notifyWorkspace(scope.workspaceId, notice)
  return done
}
