import { eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { workspaces } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'

/**
 * Makes changes of one workspace that check before they write (no two equal names, no rings of parents) wait for each
 * other until the transaction ends. Does not hold up rows that refer to the workspace.
 */
export async function lockWorkspace(tx: Db, scope: Scope): Promise<void> {
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, scope.workspaceId)).for('no key update')
}
