import type { Db } from '#/db/client.ts'
import { themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'

/** A theme as a row; returns its id. */
export async function makeTheme(db: Db, scope: Scope, given: Partial<typeof themes.$inferInsert> & { name: string }): Promise<string> {
  const id = newId()
  await db.insert(themes).values({ id, workspaceId: scope.workspaceId, createdBy: scope.userId, ...given })
  return id
}
