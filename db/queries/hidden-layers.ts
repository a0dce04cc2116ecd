import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { layers } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { layerIsVisible } from './match-query.ts'

/** The ids of the layers that this person does not see: few, of many. */
export async function hiddenLayers(db: Db, scope: Scope): Promise<string[]> {
  const isHidden = sql`not coalesce(${layerIsVisible(scope)}, false)`
  const rows = await db
    .select({ id: layers.id })
    .from(layers)
    .where(and(eq(layers.workspaceId, scope.workspaceId), isHidden))
  return rows.map(({ id }) => id)
}
