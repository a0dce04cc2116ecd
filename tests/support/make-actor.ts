import type { Db } from '#/db/client.ts'
import { actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'

/** An actor as a row; returns its id. */
export async function makeActor(db: Db, scope: Scope, given: Partial<typeof actors.$inferInsert> & { name: string }): Promise<string> {
  const id = newId()
  await db.insert(actors).values({ id, workspaceId: scope.workspaceId, createdBy: scope.userId, kind: 'state', ...given })
  return id
}
