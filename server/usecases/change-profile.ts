import type { Db } from '#/db/client.ts'
import { setProfile } from '#/db/queries/accounts.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

interface ProfileDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
}

/** Changes how a person appears to others, and tells all workspaces they are in. `colour`: 1 to 8. */
export async function changeProfile(
  userId: string,
  change: { name: string } | { colour: number },
  { db, collab }: ProfileDeps,
): Promise<void> {
  await setProfile(db, userId, change)
  for (const { id } of await listWorkspacesOf(db, userId)) collab.notifyWorkspace(id, { type: 'changed', what: 'members' })
}
